import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import type { LocalizedText } from '../../i18n/localized-text'
import type { ShownCitation } from '../sources/model'
import { toCitations, withCitations } from '../sources/queries'
import { textsByPart } from '../texts/model'
import type { AssertedBy } from './model'

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
