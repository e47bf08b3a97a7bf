import type { City } from '@/features/register/cities/model'
import type { ShownCitation } from '@/features/register/sources/model'
import type { AssertedBy, ShownConfirmation } from '@/features/register/states/model/statements'
import type { ItemKind, ItemState } from '@/features/register/states/model/states'
import type { LocalizedText } from '@/i18n/localized-text'

/** The statement that is live for an item. Days are ISO. */
export type LiveStatement = {
  state: ItemState
  asOf: string | null
  assertedBy: AssertedBy | null
  note: LocalizedText
  reason: LocalizedText
  citations: ShownCitation[]
  /** What each side last said of it. */
  confirmations: ShownConfirmation[]
  /** The two sides of the item's mechanism, in its order. */
  sides: City[]
  /** Its database id, and its author's; null while nothing has been said, or the register said it itself. */
  statementId: string | null
  authorId: string | null
  /** The item's version that carries it. */
  version: number
}

/** An item as the desk needs it before a statement. */
export type ItemToState = {
  id: string
  kind: ItemKind
  reference: string
  itemised: boolean
  /** Its title, or its printed text; empty for a slot. */
  title: LocalizedText
  /** References of the fields that it belongs to. */
  fields: string[]
  /** ISO day of the conference that announced it, else of its signing; null where neither is known. */
  conferenceDay: string | null
  live: LiveStatement
}

/** What decides who may confirm an item's published statement. */
export function confirmed({ fields, live }: Pick<ItemToState, 'fields' | 'live'>) {
  return { fields, sides: live.sides.map(({ code }) => code), statementAuthorId: live.authorId }
}
