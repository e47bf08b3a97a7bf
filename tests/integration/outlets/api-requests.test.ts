import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { collectionParameters, itemParameters } from '@/features/outlets/api/input'
import { type ResourceName, resourceNames } from '@/features/outlets/api/model/resources'
import { type Ask, checkedAsking, everyKey } from '~/tests/support/outlets/api'
import { engine, freshDatabase } from '~/tests/support/server/database'
import { sampled } from '~/tests/support/server/sample'

const db = freshDatabase()

/** The embedded engine works in the test's own process, and a good request asks it some ten times. */
const requests = engine === 'postgres' ? sampled(20_000, 2_000) : 2_000

let ask: Ask
let keys: Record<ResourceName, string[]>
beforeAll(async () => {
  ask = await checkedAsking()
  keys = await everyKey(db())
})

/** What could be good for a parameter somewhere, and often is not good for the one that it is given to. */
const plausible = [
  '1',
  '6',
  '6-4',
  '6-4.2',
  '6-u07',
  '6-d01',
  '6-m01',
  'devb-hk',
  '滬港',
  '沪港 合作',
  'co-operation -bank',
  '"數字經濟"',
  'in_progress',
  'signed',
  'ongoing',
  'yes',
  'no',
  'all',
  'HK',
  'SH',
  'arrangement',
  'presumed',
  'as_of',
  'revised',
  'reference',
  'project',
  'corrections',
  'tc',
  'sc',
  'en',
  'zh-Hant',
  '2',
  '50',
  '200',
  '2999-12-31',
  '2999-01-01T00:00:00Z',
]
const bad = [
  '',
  ' ',
  '0',
  '-1',
  '201',
  '1e3',
  'null',
  'undefined',
  '__proto__',
  'toString',
  '2024-13-01',
  '2024-02-30',
  'yesterday',
  '2024-04-26T12:00:00',
  '\u0000',
  '\ud800',
  "';drop table",
  '%',
  '%_\\',
  '../..',
  '<script>',
  'a'.repeat(300),
  '９'.repeat(3),
]

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plausible) },
  { weight: 2, arbitrary: fc.constantFrom(...bad) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

/** Values of which at least one is good for the parameter, so that whole requests are good often enough. */
const fitting: Record<string, readonly string[]> = {
  lang: ['tc', 'sc', 'en', 'zh-Hant'],
  // The past costs more to read than the present, and shows the same: one in eight.
  at: ['2024-12-31', ...Array(7).fill('2999-12-31')],
  on: ['2025-01-01', ...Array(7).fill('2999-12-31')],
  limit: ['1', '2', '7', '50'],
  q: [
    '滬港',
    '沪港 合作',
    'co-operation -bank',
    '"數字經濟"',
    '-',
    '%',
    '\u0000',
    '６-４.２',
    '法',
  ],
  conference: ['6', '5'],
  field: ['6-4', '6-8', '6-99'],
  state: ['in_progress', 'ongoing', 'signed', 'not_reported'],
  itemised: ['no', 'all', 'yes'],
  side: ['HK', 'SH'],
  party: ['devb-hk', 'nobody'],
  kind: ['arrangement', 'memorandum', 'project', 'document'],
  counted: ['presumed', 'no'],
  sort: ['as_of', 'revised', 'signed', 'reference'],
  project: ['6-4.2', '6-1.1'],
  document: ['6-d01', '6-m01'],
  only: ['corrections'],
}

const query = (name: ResourceName, isItem: boolean) => {
  const known = Object.keys(isItem ? itemParameters(name) : collectionParameters[name])
  const good = fc
    .constantFrom(...known)
    .chain((parameter) =>
      fc
        .constantFrom(...(parameter === 'after' ? keys[name] : (fitting[parameter] ?? plausible)))
        .map((chosen): [string, string] => [parameter, chosen]),
    )
  const any = fc.tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.constantFrom('before', 'Q', 'constructor', '__proto__', '') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    value,
  )
  // Long pages cost the most time and show the least: most of those asked for are short.
  const short = fc.constantFrom('1', '2', '3').map((limit): [string, string] => ['limit', limit])
  const first = isItem ? fc.constant([]) : fc.array(short, { minLength: 1, maxLength: 1 })
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(first, fc.array(good, { maxLength: 3 }))
        .map(([limit, others]) => [...new Map([...limit, ...others])]),
    },
    { weight: 4, arbitrary: fc.array(any, { minLength: 1, maxLength: 4 }) },
  )
}

const address = fc.constantFrom(...resourceNames).chain((name) =>
  fc.boolean().chain((isItem) =>
    fc.record({
      path: isItem
        ? fc
            .oneof(
              { weight: 5, arbitrary: fc.constantFrom('known') },
              { weight: 1, arbitrary: value },
            )
            .chain((chosen) =>
              chosen === 'known'
                ? fc.integer({ min: 0, max: 9999 }).map((at) => keys[name][at % keys[name].length])
                : fc.constant(encodeURIComponent(chosen.toWellFormed())),
            )
            .map((key) => `/api/v1/${name}/${key}`)
        : fc.constant(`/api/v1/${name}`),
      query: query(name, isItem).map((pairs) => new URLSearchParams(pairs).toString()),
    }),
  ),
)

const elsewhere = fc.record({
  path: fc.oneof(
    fc.constantFrom('/api', '/api/v1', '/api/v2/projects', '/api/v1/openapi.json', '/api/v1//'),
    fc.webPath().map((path) => `/api${path}`),
  ),
  query: fc.webQueryParameters(),
})

const method = fc.oneof(
  { weight: 16, arbitrary: fc.constant('GET') },
  { weight: 2, arbitrary: fc.constant('HEAD') },
  { weight: 1, arbitrary: fc.constantFrom('OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE') },
)

const known = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom('*', 'W/"x"', '"', 'again', ',,') },
)

test(`${requests} requests, good and bad, are each answered as the document says`, async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 12, arbitrary: address }, { weight: 1, arbitrary: elsewhere }),
      method,
      known,
      async (asked, verb, tag) => {
        const path = `${asked.path}${asked.query ? `?${asked.query}` : ''}`
        const init = { method: verb, ...(tag ? { headers: { 'If-None-Match': tag } } : {}) }
        let answer = await ask(path, init)
        const held = answer.headers.get('etag')
        if (tag === 'again' && held) {
          answer = await ask(path, { method: verb, headers: { 'If-None-Match': held } })
          expect(answer.status).toBe(304)
        }
        expect(answer.status).toBeLessThan(500)
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
      },
    ),
    { numRuns: requests },
  )
  // The requests are worth their number: each kind of answer is among them, and good ones are many.
  expect([...seen.keys()].sort()).toEqual([200, 204, 304, 400, 404, 405])
  expect(seen.get(200)).toBeGreaterThan(requests / 5)
  expect(seen.get(400)).toBeGreaterThan(requests / 20)
}, 1_200_000)
