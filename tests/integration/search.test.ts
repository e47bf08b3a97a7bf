import { expect, test } from 'vitest'
import { listAlternatives } from '../../src/features/glossary/queries'
import { fold } from '../../src/features/search/fold'
import { searchCondition } from '../../src/features/search/queries/condition'
import { freshDatabase } from '../support/database'

const db = freshDatabase()
test('quick', async () => {
  const alternatives = await listAlternatives()
  const n = await db().searchEntry.groupBy({ by: ['kind'], _count: true })
  console.log(n)
  const began = performance.now()
  for (let i = 0; i < 300; i++) {
    const q = ['滬港', '金融 市場', 'finance', '100%', 'a_b', '"memorandum of"'][i % 6] ?? ''
    const rows = await db().searchEntry.findMany({ where: searchCondition(q, alternatives), select: { kind: true, reference: true } })
    if (i < 6) console.log(q, rows.length)
  }
  console.log(performance.now() - began)
  expect(fold('a')).toBe('a')
})
