// What a run of the tests says about itself: its steps against their budgets, its slowest files, its failures.
import { stripVTControlCharacters } from 'node:util'

/** Seconds that each step may take on two cores, from a clean clone. Together 25 minutes. */
export const budgets = {
  install: 80,
  generate: 10,
  checks: 40,
  vitest: 600,
  build: 70,
  e2e: 700,
}

const titles = {
  install: 'Installing packages',
  generate: 'Generating the client',
  checks: 'Checks',
  vitest: 'Unit and integration',
  build: 'Building the site',
  e2e: 'End to end',
}

/**
 * The steps as lines of a table: seconds, tests, share of the budget, and under a step its parts.
 * @param steps in their order: `name` (a key of budgets), `seconds`, and where it has tests `files`.
 * @returns {string[]} lines, the last a sum.
 */
export function tableOf(steps) {
  const rows = steps.flatMap(({ name, seconds, files = [] }) => [
    [titles[name], whole(seconds), testsIn(files), percent(seconds, budgets[name])],
    ...partsOf(files).map(([project, tests]) => [`  ${project}`, '', String(tests), '']),
  ])
  const seconds = sum(steps.map((step) => step.seconds))
  const budget = sum(steps.map((step) => budgets[step.name]))
  const all = ['All', whole(seconds), testsIn(steps.flatMap((step) => step.files ?? []))]
  return [
    ['Step', 'seconds', 'tests', 'of budget'],
    ...rows,
    [...all, percent(seconds, budget)],
  ].map(([title, ...cells]) => title.padEnd(24) + cells.map((cell) => cell.padStart(10)).join(''))
}

/** A sentence for each step that took longer than its budget. */
export function overBudget(steps) {
  return steps
    .filter(({ name, seconds }) => seconds > budgets[name])
    .map(
      ({ name, seconds }) =>
        `Over budget: ${titles[name]} took ${whole(seconds)} s of ${budgets[name]} s.`,
    )
}

/** The files that took longest, as lines, the longest first. */
export function slowestOf(files, howMany) {
  return [...files]
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, howMany)
    .map(({ project, file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${project}  ${file}`)
}

/**
 * What passed and what did not. A test that was skipped, or only passed when it was tried again, has not passed.
 * @param files each with `passed` and `others`, numbers of tests.
 */
export function countOf(files) {
  return {
    passed: sum(files.map((file) => file.passed)),
    others: sum(files.map((file) => file.others)),
  }
}

/**
 * The files in a report of Playwright's reporter `json`.
 * @returns {{ project: string, file: string, seconds: number, passed: number, others: number }[]}
 */
export function filesOfPlaywright(report) {
  return report.suites.map((suite) => {
    const tests = testsOf(suite)
    const passed = tests.filter((test) => test.status === 'expected').length
    return {
      project: 'e2e',
      file: suite.file,
      seconds: sum(tests.flatMap((test) => test.results.map((result) => result.duration))) / 1000,
      passed,
      others: tests.length - passed,
    }
  })
}

/**
 * What went wrong in a report of Playwright's reporter `json`, test by test.
 * @returns {{ file: string, test: string, errors: string[] }[]}
 */
export function failuresOfPlaywright(report) {
  const outside = (report.errors ?? []).map((error) => ({
    file: 'e2e',
    test: 'outside its tests',
    errors: [error.message ?? ''],
  }))
  const inside = report.suites
    .flatMap(specsOf)
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      file: `${spec.file}:${spec.line}`,
      test: spec.title,
      errors: spec.tests.flatMap((test) =>
        test.results.flatMap((result) => result.errors.map((error) => error.message ?? '')),
      ),
    }))
  return [...outside, ...inside]
}

/** Characters of a failure that are printed again: of a few failures, all that is needed to find the cause. */
const longestFailure = 2_000

/**
 * Failures as lines that end a run: what keeps a run's output often keeps its end only.
 * @param failures as `failuresOfPlaywright` gives them; of more than five, the first five.
 */
export function linesOfFailures(failures) {
  return failures.slice(0, 5).flatMap(({ file, test, errors }) => {
    const words = stripVTControlCharacters(errors.join('\n')).slice(0, longestFailure)
    return ['', `Failed: ${file} › ${test}`, ...words.split('\n').map((line) => `  ${line}`)]
  })
}

function testsOf(suite) {
  return specsOf(suite).flatMap((spec) => spec.tests)
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

function partsOf(files) {
  const parts = new Map()
  for (const { project, passed } of files) parts.set(project, (parts.get(project) ?? 0) + passed)
  return parts.size > 1 ? [...parts] : []
}

function testsIn(files) {
  return files.length > 0 ? String(countOf(files).passed) : ''
}

function percent(seconds, budget) {
  return `${Math.round((seconds / budget) * 100)} %`
}

function whole(seconds) {
  return String(Math.round(seconds))
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
