// `npm test`: everything that has to hold, from a clean clone, step by step until the first that fails.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { build, generate, install, program, requireNode, root, timed } from './preparation.mjs'

requireNode()
const began = Date.now()
const reports = mkdtempSync(path.join(tmpdir(), 'register-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

install()
generate()
let passed = 0
await step('Types: routes', 'next', ['typegen'])
await step('Types', 'tsc', ['--noEmit'], { packageName: 'typescript' })
await step('Lint', 'biome', ['check', '--config-path=.config', '.'], {
  packageName: '@biomejs/biome',
})
await step(
  'Layers',
  'depcruise',
  ['--config', '.config/dependency-cruiser.cjs', 'src', 'prisma', 'tests'],
  { packageName: 'dependency-cruiser' },
)
await step('Unused code', 'knip', ['--config', '.config/knip.json'])
for (const source of ['zh-Hant', 'zh-Hans', 'en']) {
  await step(
    `Messages against ${source}`,
    'i18n-check',
    ['-l', 'messages', '-s', source, '-f', 'next-intl'],
    { packageName: '@lingual/i18n-check' },
  )
}
await vitest('Unit tests', 'unit')
await vitest('Integration tests on PGlite', 'pglite')
await vitest('Integration tests on PostgreSQL', 'postgres')
build()
const chromium = await timed('Finding Chromium', () => findChromium())
await endToEnd(chromium)
console.log(`All steps: ${Math.round((Date.now() - began) / 1000)} s`)
console.log(`${passed} passed, 0 failed`)

async function vitest(title, project) {
  const report = path.join(reports, `${project}.json`)
  await step(title, 'vitest', [
    'run',
    '--config',
    '.config/vitest.ts',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
  count(title, numPassedTests, numTotalTests - numPassedTests)
}

async function endToEnd(executable) {
  const title = 'End-to-end tests in Chromium'
  const report = path.join(reports, 'e2e.json')
  await step(
    title,
    'playwright',
    ['test', '--config', '.config/playwright.ts', '--reporter=line,json'],
    {
      packageName: '@playwright/test',
      variables: { CHROMIUM_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  count(title, stats.expected, stats.unexpected + stats.flaky + stats.skipped)
}

/** Counts what passed; a test that was skipped has not, and so fails the run. */
function count(title, good, bad) {
  console.log(`${title}: ${good} passed`)
  if (bad > 0) fail(`${title}: ${bad} did not pass.`)
  passed += good
}

async function step(title, command, words, { packageName, variables } = {}) {
  await timed(title, async () => {
    const code = await new Promise((resolve) => {
      const child = spawn(process.execPath, [program(command, packageName), ...words], {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
      })
      child.on('error', () => resolve(1))
      child.on('exit', resolve)
    })
    if (code !== 0) fail(`Failed: ${title}`)
  })
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
