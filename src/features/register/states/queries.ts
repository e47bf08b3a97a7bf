import 'server-only'
import type { Side } from '@/features/desk/officers/model'
import type { Prisma } from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import type { ShownCitation } from '../sources/model'
import { toCitations, withCitations } from '../sources/queries'
import { textsByPart } from '../texts/model/text'
import { type AssertedBy, stancesOf } from './model'

/** What a side last said of a published statement: that it holds, or how its view differs and on what evidence. */
export type ShownConfirmation = {
  side: string
  stance: 'confirms' | 'differs'
  /** ISO time. */
  at: string
  /** Empty where the side confirms. */
  note: LocalizedText
  citations: ShownCitation[]
}

/** A statement as a public page shows it. */
export type ShownStatement = {
  /** ISO day. */
  asOf: string
  assertedBy: AssertedBy
  note: LocalizedText
  reason: LocalizedText
  citations: ShownCitation[]
  confirmations: ShownConfirmation[]
}

/** What to include of a statement's confirmations, so that `toConfirmations` can read them. */
export const withConfirmations = {
  include: { texts: true, citations: withCitations },
  orderBy: { at: 'asc' },
} as const satisfies Prisma.StatusStatement$confirmationsArgs

type ConfirmationRow = Prisma.ConfirmationGetPayload<typeof withConfirmations>

/** Rows of one statement, the oldest first, as what each side said last; Hong Kong before Shanghai. */
export function toConfirmations(rows: readonly ConfirmationRow[]): ShownConfirmation[] {
  const latest = new Map(rows.map((row) => [row.side, row]))
  return [...latest.values()]
    .sort((a, b) => a.side.localeCompare(b.side))
    .map((row) => ({
      side: row.side,
      stance: row.stance,
      at: row.at.toISOString(),
      note: textsByPart(row.texts).note ?? {},
      citations: toCitations(row.citations),
    }))
}

/** What to include of a statement's confirmations where a list tells only who stands by it. */
export const withStances = {
  select: { side: true, stance: true, at: true },
  orderBy: { at: 'asc' },
} as const satisfies Prisma.StatusStatement$confirmationsArgs

/** A statement as far as it tells who stands by it. */
export type StatementRow = {
  assertedBy: AssertedBy
  confirmations: { side: string; stance: 'confirms' | 'differs'; at: Date }[]
}

/** The sides that stand by a statement: it is their own, or they have confirmed it; none of no statement. */
export function confirmedBy(statement: StatementRow | null): Side[] {
  if (!statement) return []
  const latest = new Map(
    statement.confirmations.map(({ side, stance, at }) => [
      side,
      { side, stance, at: at.toISOString() },
    ]),
  )
  return stancesOf(statement.assertedBy, [...latest.values()]).flatMap(({ side, stance }) =>
    stance === 'asserts' || stance === 'confirms' ? [side] : [],
  )
}
