import 'server-only'
import type { Transaction } from '@/server/database/database'
import { writeMails } from '@/server/mail/outbox'
import type { TouchedSide } from './carry-words'

/** The officers of a side who may speak for it of an item: all in whose charge it is. @returns their ids. */
export async function officersOfSide(
  tx: Transaction,
  { side, fields }: { side: string; fields: readonly string[] },
): Promise<string[]> {
  const rows = await tx.officer.findMany({
    where: {
      side,
      disabledAt: null,
      role: { not: 'viewer' },
      OR: [
        { role: { not: 'editor' } },
        { assignments: { none: {} } },
        { assignments: { some: { field: { reference: { in: [...fields] } } } } },
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Tells the officers of each side but the author's that a publication has touched what their side said. */
export async function tellTouched(
  tx: Transaction,
  touched: readonly TouchedSide[],
  about: { reference: string; fields: readonly string[]; revision: number; authorSide: string },
): Promise<void> {
  const { reference, fields, revision, authorSide } = about
  for (const { side, was, is } of touched.filter((one) => one.side !== authorSide)) {
    const officers = await officersOfSide(tx, { side, fields })
    await writeMails(
      tx,
      officers.map((officerId) => ({
        key: `side_touched:${revision}:${officerId}`,
        officerId,
        kind: 'side_touched' as const,
        detail: { reference, was, is },
      })),
    )
  }
}
