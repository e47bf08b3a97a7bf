import type { ItemState } from '@/features/register/states/model/states'
import type { Side } from '@/features/register/subjects/model/sides'
import type { LocalizedText } from '@/i18n/localized-text'

/** What can be shown on somebody else's page. */
export const embeddedKinds = ['projects', 'documents', 'fields'] as const
export type EmbeddedKind = (typeof embeddedKinds)[number]

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
      /** The sides that stand by what is stated. */
      confirmedBy: Side[]
    }
  | {
      kind: 'fields'
      /** How the projects of the field stand: every state that any is in, in order. */
      counts: { state: ItemState; count: number }[]
    }
)

/** A card of something that has a state. */
export type ItemCard = Exclude<Card, { kind: 'fields' }>
