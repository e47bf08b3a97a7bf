import 'server-only'
import { database } from '../../../server/database/database'
import type { Officer } from '../../officers/model'
import { mayWrite } from '../../officers/policy'
import type { AssertedBy } from '../model'
import { type ItemForUpdate, readItems } from '../queries'
import { inCharge } from './charge'

/**
 * Of items in the officer's charge, those whose published statement the officer's side has said nothing of
 * yet: neither its own, nor confirmed, nor seen otherwise; the latest first. One's own statement is for a
 * colleague to confirm; of a slot there is nothing that a side could know better.
 * @param take the most items to give.
 */
export async function listToConfirm(
  officer: Officer,
  { take }: { take: number },
): Promise<{ items: ItemForUpdate[]; total: number }> {
  if (!mayWrite(officer)) return { items: [], total: 0 }
  const db = await database()
  const own: AssertedBy[] = [officer.side === 'HK' ? 'hk_side' : 'sh_side', 'both_sides']
  const silent = {
    itemised: true,
    currentStatement: {
      assertedBy: { notIn: own },
      confirmations: { none: { side: officer.side } },
      OR: [{ authorId: null }, { authorId: { not: officer.id } }],
    },
  }
  const charge = inCharge(officer)
  const project = { AND: [charge.project, silent] }
  const document = { AND: [charge.document, silent] }
  const latest = {
    select: { reference: true, stateAsOf: true },
    orderBy: { stateAsOf: { sort: 'desc', nulls: 'last' } },
    take,
  } as const
  const places = [
    ...(await db.project.findMany({ where: project, ...latest })),
    ...(await db.document.findMany({ where: document, ...latest })),
  ]
    .sort((a, b) => (b.stateAsOf?.getTime() ?? 0) - (a.stateAsOf?.getTime() ?? 0))
    .slice(0, take)
  const found = await readItems(
    db,
    places.map(({ reference }) => reference),
  )
  return {
    items: places.flatMap(({ reference }) => found.get(reference) ?? []),
    total:
      (await db.project.count({ where: project })) + (await db.document.count({ where: document })),
  }
}
