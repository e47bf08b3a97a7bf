import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { City, Side } from '../cities/model'
import { toCitations, withCitations } from '../sources/queries'
import { textsByPart } from '../texts/model/text'
import type { ShownConfirmation, ShownStatement, StatementRow } from './model/statements'
import { standsBy } from './model/statements'

/** What to include of a statement's confirmations, so that `toConfirmations` can read them. */
export const withConfirmations = {
  include: { texts: true, citations: withCitations },
  orderBy: [{ at: 'asc' }, { id: 'asc' }],
} as const satisfies Prisma.StatusStatement$confirmationsArgs

type ConfirmationRow = Prisma.ConfirmationGetPayload<typeof withConfirmations>

/** Rows of one statement, the oldest first, as what each side said last, in the order of the sides. */
export function toConfirmations(
  rows: readonly ConfirmationRow[],
  sides: readonly City[],
): ShownConfirmation[] {
  const latest = new Map(rows.map((row) => [row.side, row]))
  return sides
    .flatMap(({ code }) => latest.get(code) ?? [])
    .map((row) => ({
      side: row.side,
      stance: row.stance,
      at: row.at.toISOString(),
      revision: row.revision,
      note: textsByPart(row.texts).note ?? {},
      citations: toCitations(row.citations),
    }))
}

/** What to include of an item's statement, so that `toStatement` can read it. */
export const withStatement = {
  include: { texts: true, citations: withCitations, confirmations: withConfirmations },
} as const satisfies Prisma.StatusStatementDefaultArgs

/** A statement as the page of its item shows it; null while nothing has been said. */
export function toStatement(
  row: Prisma.StatusStatementGetPayload<typeof withStatement> | null,
  sides: City[],
): ShownStatement | null {
  if (!row) return null
  const { note = {}, reason = {} } = textsByPart(row.texts)
  return {
    asOf: isoDay(row.asOf),
    assertedBy: row.assertedBy,
    note,
    reason,
    citations: toCitations(row.citations),
    confirmations: toConfirmations(row.confirmations, sides),
    sides,
  }
}

/** What to include of a statement's confirmations where a list tells only who stands by it. */
export const withStances = {
  select: { side: true, stance: true },
  orderBy: [{ at: 'asc' }, { id: 'asc' }],
} as const satisfies Prisma.StatusStatement$confirmationsArgs

/** Which of an item's sides stand by its statement, by their own officers' last word; none of no statement. */
export function confirmedBy(statement: StatementRow | null, sides: readonly City[]): Side[] {
  const latest = new Map(statement?.confirmations.map(({ side, stance }) => [side, stance]))
  return sides.flatMap(({ code }) => (standsBy(latest.get(code) ?? 'silent') ? [code] : []))
}
