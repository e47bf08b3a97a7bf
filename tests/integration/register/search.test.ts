import { beforeAll, expect, test } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import { documentFilter } from '@/features/register/documents/input'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { listAlternatives } from '@/features/register/glossary/queries'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { fillSearch } from '@/features/register/search/commands/fill-search'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import { searchKinds, waysToSay } from '@/features/register/search/model/passages'
import { isFoundIn } from '@/features/register/search/model/query'
import { isOfWords } from '@/features/register/search/model/segments'
import { searchCondition } from '@/features/register/search/queries/condition'
import { areCommon, learnFrequencies } from '@/features/register/search/queries/frequencies'
import { listHits } from '@/features/register/search/queries/list-hits'
import { readQuery } from '@/features/register/search/queries/read-query'
import {
  findByReference,
  ranked,
  searchRegister,
  walked,
} from '@/features/register/search/queries/search-register'
import { suggest } from '@/features/register/search/queries/suggest'
import { fold } from '@/i18n/fold'
import { type Language, languages } from '@/i18n/language'
import { type GeneratedQuery, generateQueries } from '~/tests/support/register/generated-queries'
import { readScanned, scan } from '~/tests/support/register/search-oracle'
import { freshDatabase } from '~/tests/support/server/database'
import { sampled } from '~/tests/support/server/sample'

const db = freshDatabase()

const count = sampled(10_000, 2_000)
let queries: GeneratedQuery[]
let alternatives: Alternatives
let scanned: Awaited<ReturnType<typeof readScanned>>

beforeAll(async () => {
  // As at every start: common words are then sought in another way than rare ones.
  await fillSearch()
  await db().$executeRaw`analyze "SearchEntry"`
  await learnFrequencies(db())
  expect([areCommon(['合作']), areCommon(['邮轮'])]).toEqual([true, false])
  alternatives = await listAlternatives()
  scanned = await readScanned(db())
  const texts = [
    ...(await db().text.findMany({ select: { body: true }, orderBy: { id: 'asc' } })).map(
      (row) => row.body,
    ),
    ...(await db().citation.findMany({ select: { quote: true } })).flatMap(
      ({ quote }) => quote ?? [],
    ),
  ].sort()
  const references = [
    ...(await db().project.findMany()).map(({ reference }) => reference),
    ...(await db().document.findMany()).map(({ reference }) => reference),
  ].sort()
  queries = generateQueries(count, seedOfRun(), {
    texts,
    references,
    glossary: alternatives.map(({ names, also = [] }) => [...names, ...also]),
  })
})

/** What the index finds, as the oracle names it. */
async function found(q: string): Promise<string[]> {
  const rows = await db().searchEntry.findMany({
    where: searchCondition(q, alternatives),
    select: { kind: true, reference: true, sourceSlug: true, quote: true },
  })
  return rows
    .map(({ kind, reference, sourceSlug, quote }) =>
      quote === null ? `${kind} ${reference}` : `${kind} ${sourceSlug} ${quote}`,
    )
    .sort()
}

test(`${count} queries find exactly what reading every passage finds`, async () => {
  const wrong: object[] = []
  let hits = 0
  for (const { q, meant } of queries) {
    const [is, should] = [await found(q), scan(scanned, meant, alternatives)]
    hits += should.length
    if (is.join('\n') !== should.join('\n')) wrong.push({ q, is, should })
  }
  expect(wrong.slice(0, 5), `seed ${seedOfRun()}`).toEqual([])
  // Queries that find nothing would prove nothing.
  expect(hits).toBeGreaterThan(count * 2)
}, 300_000)

test('the lists and the results page agree', async () => {
  for (const { q } of queries.filter((_, index) => index % (count / 50) === 0)) {
    const { totals, groups } = await searchRegister({ clauses: await readQuery(q) })
    const totalOf = (kind: string) => totals.find((group) => group.kind === kind)?.total ?? 0
    const keys = await found(q)
    for (const kind of searchKinds) {
      const ofKind = keys.filter((key) => key.startsWith(`${kind} `))
      expect(totalOf(kind), q).toBe(ofKind.length)
    }
    const projects = await listProjects({ q })
    expect(projects.total + projects.slots.length, q).toBe(totalOf('project'))
    const documents = await listDocuments(documentFilter.read({ q }))
    expect(documents.total + documents.slots.length, q).toBe(totalOf('document'))
    for (const { kind, references } of groups) {
      expect(references.length).toBe(Math.min(10, totalOf(kind)))
      expect(new Set(references).size).toBe(references.length)
    }
  }
})

test('walking along the order shows the same as ranking all that there is', async () => {
  for (const q of ['合作', '香港', 'co-operation', '金融 合作', '合作 -金融']) {
    const clauses = await readQuery(q)
    for (const kind of ['project', 'document', 'quote'] as const) {
      const all = await walked(db(), kind, { clauses }, 1_000)
      const one = clauses.length === 1 || q.includes('-')
      // With several words the walk knows all, some and none in the head; ranking counts them.
      if (one) expect(all, q).toEqual(await ranked(db(), kind, { clauses }, 1_000))
      else
        expect([...all].sort()).toEqual([...(await ranked(db(), kind, { clauses }, 1_000))].sort())
    }
  }
})

test('titles come before texts, and pages follow one another', async () => {
  const clauses = await readQuery('金融')
  const { groups } = await searchRegister({ clauses })
  const shown = await listHits(groups, clauses, 'zh-Hant')
  const isMarked = ({ title }: (typeof shown)[number]['hits'][number]) =>
    title?.pieces.some((piece) => piece.isMarked) ?? false
  const marked = shown.find(({ kind }) => kind === 'project')?.hits.map(isMarked) ?? []
  expect(marked).toContain(true)
  expect(marked).toEqual([...marked].sort((a, b) => Number(b) - Number(a)))

  const everything = await readQuery('港')
  const seen: string[] = []
  for (let page = 1; page <= 9; page++) {
    const { groups } = await searchRegister({ clauses: everything }, { kind: 'quote', page })
    if (groups[0]?.page !== page) break
    seen.push(...groups[0].references)
  }
  const { totals } = await searchRegister({ clauses: everything })
  expect(seen.length).toBe(totals.find(({ kind }) => kind === 'quote')?.total)
  expect(new Set(seen).size).toBe(seen.length)
})

test('every result that is shown says where the words stand', async () => {
  for (const language of languages) {
    for (const { q } of queries.filter((_, index) => index % (count / 100) === count / 200)) {
      const clauses = await readQuery(q)
      const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
      const { groups } = await searchRegister({ clauses })
      for (const { hits } of await listHits(groups, clauses, language)) {
        for (const { title, passages, reference, day } of hits) {
          const pieces = [title, ...passages].flatMap((passage) => passage?.pieces ?? [])
          const aside = [reference, ...(day ? waysToSay(day) : [])].map(fold).join('\n')
          const isNamed = wanted.some((clause) => isFoundIn([clause], aside))
          expect(isNamed || pieces.some(({ isMarked }) => isMarked), `${q}: ${reference}`).toBe(
            true,
          )
        }
      }
    }
  }
})

test('a slip of one sign gets a word of the register, in the script of the page', async () => {
  const words = async (q: string, language: Language) =>
    (await suggest(await readQuery(q), language)).map(({ word }) => word)
  expect(await words('金融市埸', 'zh-Hant')).toContain('金融市場')
  expect(await words('金融市埸', 'zh-Hans')).toContain('金融市场')
  expect(await words('infrastucture', 'en')).toContain('infrastructure')
  expect(await words('Shanhgai', 'en')).toContain('Shanghai')
  expect(await words('融金', 'zh-Hant')).toContain('金融')
  expect(await words('zzzzqqq', 'en')).toEqual([])
  // Pieces of words are no words.
  for (const q of ['滬港金融市', '青年實習', '港鐵', '滬港金融']) {
    for (const word of await words(q, 'zh-Hant')) expect(isOfWords(fold(word)), word).toBe(true)
  }
  expect(await words('港鐵', 'zh-Hant')).toEqual([])
  const [first] = await suggest(await readQuery('金融 infrastucture -體育'), 'zh-Hant')
  expect(first?.q).toBe('金融 infrastructure -體育')
})

test('a reference leads to its item, in full or as the conference would say it', async () => {
  const named = async (q: string) => (await findByReference(q)).map(({ reference }) => reference)
  expect(await named('6-4.2')).toEqual(['6-4.2'])
  expect(await named(' ６－４．２ ')).toEqual(['6-4.2'])
  expect(await named('4.2')).toEqual(['6-4.2'])
  expect(await named('6-D03')).toEqual(['6-d03'])
  for (const q of ['6-4.2。', '（6–4.2）', '6—4.2', '6−4.2', '４.２', '「4.2」，', '6-4.2\u200b']) {
    expect(await named(q), q).toEqual(['6-4.2'])
  }
  expect(await named('6-4')).toEqual(['6-4'])
  expect(await named('d3')).toEqual(await named('d03'))
  expect(await named('d01')).toEqual(['6-d01', '5-d01', '4-d01', '3-d01', '2-d01'])
  for (const none of ['4', '99.99', '6-d99', '金融', '', '6-', '1e9.1']) {
    expect(await named(none), none).toEqual([])
  }
})

test('what no text can hold is no error', async () => {
  for (const q of ['a\0b', '\ud800', '%', '_', '\\', "'", '"', '((', '-', '📈', 'a'.repeat(200)]) {
    await expect(searchRegister({ clauses: await readQuery(q) }), q).resolves.toBeDefined()
    await expect(listProjects({ q }), q).resolves.toBeDefined()
    await expect(suggest(await readQuery(q), 'en'), q).resolves.toBeDefined()
  }
  expect(await found('"100%"')).toEqual(
    scan(scanned, [{ words: '100%', isPhrase: true, isExcluded: false }], alternatives),
  )
})
