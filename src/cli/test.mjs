// `npm test`: everything that has to hold, from a clean clone, step by step until the first that fails.
// `npm run test:exhaustive` draws no samples from what is generated and what is the same in each language.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { fastFolder } from './fast-folder.mjs'
import { build, generate, install, program, requireNode, root, timed } from './preparation.mjs'
import {
  countOf,
  failuresOfPlaywright,
  filesOfPlaywright,
  linesOfFailures,
  overBudget,
  slowestOf,
  tableOf,
} from './test-report.mjs'
import { seedOfRun } from './test-seed.mjs'

requireNode()
// The program that a step runs, if it runs one: it ends with this process.
let running
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    running?.kill(signal)
    process.exit(1)
  })
}

const exhaustive = process.argv.includes('--exhaustive')
const seed = String(seedOfRun())
const reports = temporary(tmpdir(), 'register-reports-')
const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  TEST_SEED: seed,
  TEST_TEMPLATES: temporary(fastFolder(), 'register-templates-'),
  ...(exhaustive ? { TEST_EXHAUSTIVE: '1' } : {}),
}
console.log(`Drawn at random with TEST_SEED=${seed}; set to it, a run draws the same again.`)

const steps = []
await step('install', install)
await step('generate', generate)
await step('checks', () => run('Checks', path.join(root, 'src/cli/checks.mjs'), []))
await step('vitest', vitest)
await step('build', build)
await step('e2e', endToEnd)

const files = steps.flatMap((done) => done.files ?? [])
const { passed, others } = countOf(files)
console.log(['', 'The slowest files:', ...slowestOf(files, 10), '', ...tableOf(steps)].join('\n'))
if (!exhaustive) for (const sentence of overBudget(steps)) console.warn(sentence)
console.log(`${passed} passed, ${others} failed`)

/** Does a step of the budget and keeps how long it took, and the files of tests that it returns. */
async function step(name, work) {
  const began = Date.now()
  const files = await work()
  steps.push({ name, seconds: (Date.now() - began) / 1000, files })
}

async function vitest() {
  const title = 'Unit and integration tests'
  const report = path.join(reports, 'vitest.json')
  // One process for all three: they share their workers and the templates of the databases.
  const projects = ['unit', 'pglite', 'postgres'].flatMap((project) => ['--project', project])
  const reporters = ['--reporter=dot', '--reporter=./src/cli/test-reporter.mjs']
  await run(
    title,
    program('vitest'),
    ['run', '--config', '.config/vitest.ts', ...projects, ...reporters],
    { TEST_REPORT: report },
    () => read(report).failures,
  )
  return counted(title, read(report).files)
}

async function endToEnd() {
  const title = 'End-to-end tests in Chromium'
  const report = path.join(reports, 'e2e.json')
  const chromium = await timed('Finding Chromium', () => findChromium())
  await run(
    title,
    program('playwright', '@playwright/test'),
    ['test', '--config', '.config/playwright.ts', '--reporter=line,json'],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    () => failuresOfPlaywright(read(report)),
  )
  return counted(title, filesOfPlaywright(read(report)))
}

/** The files, unless one of their tests did not pass, or there is none: then the run fails. */
function counted(title, files) {
  const { passed, others } = countOf(files)
  console.log(`${title}: ${passed} passed`)
  if (others > 0) fail(`${title}: ${others} did not pass.`)
  if (passed === 0) fail(`${title}: there was no test.`)
  return files
}

function read(report) {
  return JSON.parse(readFileSync(report, 'utf8'))
}

/**
 * Runs a program in Node, saying how long it took; where it fails, the run has failed.
 * @param failures gives what the program reported of it, if anything, to be said last.
 */
async function run(title, script, words, variables = {}, failures = () => []) {
  await timed(title, async () => {
    const code = await new Promise((resolve) => {
      running = spawn(process.execPath, [script, ...words], {
        cwd: root,
        stdio: 'inherit',
        env: { ...environment, ...variables },
      })
      running.on('error', () => resolve(1))
      running.on('exit', resolve)
    })
    if (code !== 0) fail([...reported(failures), `Failed: ${title}`].join('\n'))
  })
}

/** What a program reported that failed; nothing where it ended before it could. */
function reported(failures) {
  try {
    return linesOfFailures(failures())
  } catch {
    return []
  }
}

/** A new folder in another, removed when this process ends. */
function temporary(parent, prefix) {
  const folder = mkdtempSync(path.join(parent, prefix))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
