import type { City, Side } from '@/features/register/cities/model'
import type { Publisher } from '@/features/register/sources/model'
import type { ItemState } from '@/features/register/states/model/states'
import type { LocalizedText } from '@/i18n/localized-text'

/** What can be shown on somebody else's page. */
export const embeddedKinds = ['projects', 'documents', 'fields'] as const
export type EmbeddedKind = (typeof embeddedKinds)[number]

/** In whose colours a card is: light, dark, or those that its reader has chosen. */
export const cardThemes = ['light', 'dark', 'auto'] as const
export type CardTheme = (typeof cardThemes)[number]

/** An item or field as it is shown elsewhere, in no language. */
export type Card = {
  reference: string
  /** Empty for a slot. */
  name: LocalizedText
} & (
  | {
      kind: 'projects' | 'documents'
      state: ItemState
      /** ISO day of the statement; null while there is none. */
      asOf: string | null
      /** Who published what the state rests on, in its order. */
      publishers: Publisher[]
      /** The latest ISO day on which anything is reported of it; null for none. */
      lastNews: string | null
      /** The sides that stand by what is stated. */
      confirmedBy: Side[]
      /** The two sides of its mechanism, in its order. */
      sides: City[]
    }
  | {
      kind: 'fields'
      /** How the projects of the field stand: every state that any is in, in order. */
      counts: { state: ItemState; count: number }[]
      /** How many announced projects may belong to the field as well: nobody knows their fields. */
      notItemised: number
    }
)

/** A card of something that has a state. */
export type ItemCard = Exclude<Card, { kind: 'fields' }>
