import 'server-only'
import { carriedStance } from '@/features/register/states/model/carried'
import type { Stance } from '@/features/register/states/model/statements'
import type { Transaction } from '@/server/database/database'

/** A side whose word a publication has touched, and what became of it. */
export type TouchedSide = { side: string; was: Stance; is: Stance | null }

/**
 * Carries what sides have said of a statement over to what takes its place, or to the same with other words, as
 * rows that repeat it; call it when the new statement is whole, citations and own words included. A side that has
 * spoken there already says what it says there.
 * @param from the statement that they spoke of; none where nothing was published.
 * @param revision the item's revision before the change, which words not carried yet were said of.
 * @returns every side that had a word.
 */
export async function carryWords(
  tx: Transaction,
  {
    from,
    to,
    isSame,
    revision,
  }: { from: string | null; to: string; isSame: boolean; revision: number },
): Promise<TouchedSide[]> {
  if (!from) return []
  const rows = await tx.confirmation.findMany({
    where: { statementId: from },
    include: { texts: true, citations: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const latest = [...new Map(rows.map((row) => [row.side, row])).values()]
  const spoken =
    from === to
      ? []
      : await tx.confirmation.findMany({ where: { statementId: to }, select: { side: true } })
  const touched: TouchedSide[] = []
  for (const word of latest) {
    if (word.stance === 'withdrawn') continue
    if (spoken.some(({ side }) => side === word.side)) {
      touched.push({ side: word.side, was: word.stance, is: null })
      continue
    }
    const stance = carriedStance(word.stance, isSame)
    touched.push({ side: word.side, was: word.stance, is: stance })
    if (!stance) continue
    const { side, officerId, approverId, at, texts, citations } = word
    const { id } = await tx.confirmation.create({
      data: {
        statementId: to,
        side,
        stance,
        officerId,
        approverId,
        at,
        carriedFromId: word.id,
        revision: word.revision ?? revision,
      },
    })
    for (const { id: _, ...text } of texts) {
      await tx.text.create({ data: { ...text, confirmationId: id } })
    }
    for (const { id: _, ...citation } of citations) {
      await tx.citation.create({ data: { ...citation, confirmationId: id } })
    }
  }
  return touched
}
