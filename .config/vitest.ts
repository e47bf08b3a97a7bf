import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// What is for the server stands on the server here: `server-only` is nothing.
const onTheServer = {
  resolve: {
    alias: [
      { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
      // As in tsconfig.json.
      { find: /^@\//, replacement: `${root}src/` },
      { find: /^~\//, replacement: root },
    ],
  },
}

// Addresses are written by next-intl's navigation, which names modules of Next as only a bundler finds them.
const asBundled = { server: { deps: { inline: ['next-intl'] } } }

function integration(engine: 'pglite' | 'postgres', folder = 'integration') {
  return {
    ...onTheServer,
    root,
    test: {
      ...asBundled,
      name: folder === 'integration' ? engine : `${folder}-${engine}`,
      include: [`tests/${folder}/**/*.test.ts`],
      globalSetup: [`${root}tests/support/${engine}-template.ts`],
      // Vite sets BASE_URL to a path of its own, which is no address of a site.
      env: { NODE_ENV: 'test' as const, TEST_ENGINE: engine, TZ: 'Asia/Kathmandu', BASE_URL: '' },
      pool: 'forks' as const,
      isolate: true,
      // The embedded engine takes some 300 MB for each open database.
      maxWorkers: 2,
      testTimeout: 240_000,
      hookTimeout: 240_000,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        ...onTheServer,
        root,
        test: {
          ...asBundled,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          // A zone that is neither the register's nor the machine's, to show what leans on it.
          env: { TZ: 'Asia/Kathmandu', BASE_URL: '' },
          maxWorkers: 2,
          // Some open a database; a busy machine takes its time over that.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      integration('pglite'),
      integration('postgres'),
      // What is to be fast, measured: no part of `npm test`.
      integration('pglite', 'bench'),
      integration('postgres', 'bench'),
    ],
  },
})
