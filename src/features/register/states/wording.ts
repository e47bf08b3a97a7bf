import { createTranslator } from 'use-intl/core'
import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { type City, cityName, type Side } from '../cities/model'
import { isCommonAssertion, sideAsserting } from './model/statements'
import type { ItemKind, ItemState } from './model/states'

/** The word for a state in a language, of a project or of a document: where there is no page to ask. */
export function stateWord(state: ItemState, language: Language): string {
  const { states, documentStates } = messagesIn(language).progress
  const labels: Partial<Record<string, { label: string }>> = { ...states, ...documentStates }
  return labels[state]?.label ?? state
}

/** What a state of an item of this kind is called, and what it means. */
export function stateWords(kind: ItemKind, state: ItemState, language: Language) {
  const { states, documentStates } = messagesIn(language).progress
  const words: Record<string, { label: string; definition: string }> =
    kind === 'project' ? states : documentStates
  return words[state] ?? { label: state, definition: '' }
}

/**
 * Who says so, in words; what is no such thing as it is written.
 * @param nameOf what the city of a side is called in that language.
 */
export function assertionWord(
  assertedBy: string,
  language: Language,
  nameOf: (side: Side) => string,
): string {
  const side = sideAsserting(assertedBy)
  const t = createTranslator({ locale: language, messages: messagesIn(language) })
  if (side) return t('progress.assertedBy.side', { city: nameOf(side) })
  return isCommonAssertion(assertedBy) ? t(`progress.assertedBy.${assertedBy}`) : assertedBy
}

/** As `assertionWord`, where the sides of the item are at hand. */
export function assertionOfSides(
  assertedBy: string,
  language: Language,
  sides: readonly City[],
): string {
  return assertionWord(assertedBy, language, (side) => {
    const city = sides.find(({ code }) => code === side)
    return city ? cityName(city, language) : side
  })
}
