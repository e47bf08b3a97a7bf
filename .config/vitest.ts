import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))

function project(
  name: string,
  include: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    resolve: {
      alias: [
        // What is for the server stands on the server here: `server-only` is nothing.
        { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
        // As in tsconfig.json.
        { find: /^@\//, replacement: `${root}src/` },
        { find: /^~\//, replacement: root },
      ],
    },
    root,
    test: {
      globalSetup: [`${root}tests/support/server/name-seed.ts`],
      name,
      include,
      // Addresses are written by next-intl's navigation, which names modules of Next as only a bundler finds them.
      server: { deps: { inline: ['next-intl'] } },
      // One process for many files, made as new before each: the engines are loaded once, not for each file.
      pool: 'forks',
      isolate: false,
      setupFiles: [`${root}tests/support/server/each-file.ts`],
      // For the whole run, whatever its projects. Each holds up to 1.3 GB, with the embedded engine in it.
      maxWorkers: Math.min(availableParallelism(), 4),
      // Patience, not speed: a machine may be slow.
      testTimeout: 240_000,
      hookTimeout: 240_000,
      ...more,
      // A zone that is neither the register's nor the machine's, to show what leans on it; and Vite sets
      // BASE_URL to a path of its own, which is no address of a site.
      env: { TZ: 'Asia/Kathmandu', BASE_URL: '', ...more.env },
    },
  }
}

function onEngine(engine: 'pglite' | 'postgres', folder = 'integration') {
  return project(
    folder === 'integration' ? engine : `${folder}-${engine}`,
    [`tests/${folder}/**/*.test.ts`],
    {
      globalSetup: ['name-seed', `${engine}-template`].map(
        (file) => `${root}tests/support/server/${file}.ts`,
      ),
      env: { NODE_ENV: 'test', TEST_ENGINE: engine },
      exclude: [
        // They are about a server that goes out of reach.
        ...(engine === 'pglite'
          ? ['healthz', 'power-cut'].map((name) => `tests/integration/server/${name}.test.ts`)
          : []),
        // They need a program that is too large to be asked of everybody.
        ...(process.env.TEST_EXHAUSTIVE === '1'
          ? []
          : ['tests/integration/desk/libre-office.test.ts']),
      ],
    },
  )
}

/** The files that take longest on two cores, in that order; the others take less than any of them. */
const longest = [
  'verify-log',
  'as-at',
  'api-requests',
  'search',
  'access',
  'spreadsheet-merging',
  'manage-officers',
  'tampered-log',
  'mail-crash',
  'release-crash',
  'api',
  'projects',
  'reports',
  'second-factor',
  'spreadsheets',
  'releases',
  'text-changes',
  'feeds',
  'officer-command',
  'lock',
  'schema-engine',
  'migrations',
  'round-trip',
]

/**
 * One project after the other, since a process stays with its own, and the longest files of each first, so
 * that no process is left alone with one at the end.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = this.ctx.projects
    const place = ({ project, moduleId }: TestSpecification) => {
      const rank = longest.indexOf(path.basename(moduleId).replace(/\.test\.tsx?$/, ''))
      return projects.indexOf(project) * 1000 + (rank < 0 ? longest.length : rank)
    }
    return files.sort((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', ['src/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts']),
      onEngine('pglite'),
      onEngine('postgres'),
      // What is to be fast, measured: no part of `npm test`.
      onEngine('pglite', 'bench'),
      onEngine('postgres', 'bench'),
    ],
  },
})
