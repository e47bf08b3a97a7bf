import { beforeAll, expect, test } from 'vitest'
import { listAlternatives } from '../../src/features/glossary/queries'
import { searchCondition } from '../../src/features/search/queries/condition'
import { freshDatabase } from '../support/database'
import { type GeneratedQuery, generateQueries } from '../support/generated-queries'
import { readScanned, scan } from '../support/search-oracle'

const db = freshDatabase()

let queries: GeneratedQuery[]
let glossary: string[][]
let scanned: Awaited<ReturnType<typeof readScanned>>

beforeAll(async () => {
  glossary = await listAlternatives()
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
  queries = generateQueries(10_000, { texts, references, glossary })
})

/** What the index finds, as the oracle names it. */
async function found(q: string): Promise<string[]> {
  const rows = await db().searchEntry.findMany({
    where: searchCondition(q, glossary),
    select: { kind: true, reference: true, sourceSlug: true, quote: true },
  })
  return rows
    .map(({ kind, reference, sourceSlug, quote }) =>
      quote === null ? `${kind} ${reference}` : `${kind} ${sourceSlug} ${quote}`,
    )
    .sort()
}

test('10,000 queries find exactly what reading every passage finds', async () => {
  const wrong: object[] = []
  let hits = 0
  const began = performance.now()
  for (const { q, meant } of queries) {
    const [is, should] = [await found(q), scan(scanned, meant, glossary)]
    hits += should.length
    if (is.join('\n') !== should.join('\n')) wrong.push({ q, meant, is, should })
  }
  console.log(
    `${Math.round(performance.now() - began)} ms, ${hits} hits`,
    queries.slice(0, 40).map(({ q }) => q),
  )
  expect(wrong.slice(0, 5)).toEqual([])
}, 300_000)
