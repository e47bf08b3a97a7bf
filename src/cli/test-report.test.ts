import { describe, expect, it } from 'vitest'
import {
  budgets,
  countOf,
  failuresOfPlaywright,
  filesOfPlaywright,
  linesOfFailures,
  overBudget,
  slowestOf,
  tableOf,
} from './test-report.mjs'
import { seedOf } from './test-seed.mjs'

const file = (project: string, name: string, seconds: number, passed: number, others = 0) => ({
  project,
  file: name,
  seconds,
  passed,
  others,
})

describe('the seed', () => {
  const now = new Date('2026-12-31T23:59:59Z')

  it('is moved by the commit alone', () => {
    expect(seedOf('3ea14eb0aa', now)).toBe(0x3ea14eb)
    expect(seedOf('3ea14eb0aa', new Date(0))).toBe(0x3ea14eb)
    expect(seedOf('ffffffffff', now)).toBeLessThan(2 ** 28)
  })

  it('is the day where there is no commit', () => {
    expect(seedOf(undefined, now)).toBe(20261231)
  })
})

describe('the table', () => {
  it('tells each step, its tests by project, and its share of the budget', () => {
    const files = [file('unit', 'a', 1, 3), file('pglite', 'b', 9, 4), file('pglite', 'c', 9, 5)]
    expect(
      tableOf([
        { name: 'build', seconds: 35.4 },
        { name: 'vitest', seconds: 660, files },
        { name: 'e2e', seconds: 70, files: [file('e2e', 'd', 3, 2)] },
      ]),
    ).toEqual([
      'Step                       seconds     tests of budget',
      'Building the site               35                51 %',
      'Unit and integration           660        12     110 %',
      '  unit                                     3          ',
      '  pglite                                   9          ',
      'End to end                      70         2      10 %',
      'All                            765        14      56 %',
    ])
  })

  it('has budgets that make 25 minutes together', () => {
    expect(Object.values(budgets).reduce((sum, seconds) => sum + seconds)).toBe(25 * 60)
  })

  it('names the steps over their budget, and no other', () => {
    expect(
      overBudget([
        { name: 'build', seconds: 70 },
        { name: 'e2e', seconds: 700.6 },
      ]),
    ).toEqual(['Over budget: End to end took 701 s of 700 s.'])
  })
})

it('tells the slowest files, the longest first, the same file once for each project', () => {
  const files = [
    file('unit', 'a', 1, 1),
    file('pglite', 'b', 12.34, 1),
    file('postgres', 'b', 5, 1),
  ]
  expect(slowestOf(files, 2)).toEqual(['    12.3 s  pglite  b', '     5.0 s  postgres  b'])
  expect(files[0]?.file).toBe('a')
})

it('counts as passed only what passed', () => {
  expect(countOf([file('unit', 'a', 1, 3, 1), file('unit', 'b', 1, 2, 2)])).toEqual({
    passed: 5,
    others: 3,
  })
})

it('reads Playwright’s report: a test skipped, or passed at the second try, has not passed', () => {
  const test = (status: string, ...durations: number[]) => ({
    tests: [{ status, results: durations.map((duration) => ({ duration })) }],
  })
  const report = {
    suites: [
      {
        file: 'a.test.ts',
        specs: [test('expected', 1500), test('skipped')],
        suites: [{ specs: [test('flaky', 200, 300), test('expected', 500)] }],
      },
    ],
  }
  expect(filesOfPlaywright(report)).toEqual([
    { project: 'e2e', file: 'a.test.ts', seconds: 2.5, passed: 2, others: 2 },
  ])
})

describe('what went wrong', () => {
  const spec = (line: number, ...messages: string[]) => ({
    file: 'a.test.ts',
    line,
    title: `test ${line}`,
    ok: messages.length === 0,
    tests: [{ results: [{ errors: messages.map((message) => ({ message })) }] }],
  })
  const report = {
    errors: [{ message: 'no server' }],
    suites: [
      { specs: [spec(3)], suites: [{ specs: [spec(9, 'not focused', 'noise'), spec(12)] }] },
    ],
  }

  it('is read from Playwright’s report, outside the tests and in them', () => {
    expect(failuresOfPlaywright(report)).toEqual([
      { file: 'e2e', test: 'outside its tests', errors: ['no server'] },
      { file: 'a.test.ts:9', test: 'test 9', errors: ['not focused', 'noise'] },
    ])
  })

  it('is told in plain lines, of many failures the first five, of a long one the beginning', () => {
    const failure = (test: string, error: string) => ({
      file: 'a.test.ts:9',
      test,
      errors: [error],
    })
    expect(linesOfFailures([failure('one', '\u001b[31mred\u001b[39m\nand more')])).toEqual([
      '',
      'Failed: a.test.ts:9 › one',
      '  red',
      '  and more',
    ])
    const many = linesOfFailures([1, 2, 3, 4, 5, 6].map((n) => failure(`n${n}`, 'x'.repeat(9_000))))
    expect(many.filter((line) => line.startsWith('Failed'))).toHaveLength(5)
    // The end of a run's output that is kept may be no longer than some 12,000 characters.
    expect(many.join('\n').length).toBeLessThan(11_000)
  })
})
