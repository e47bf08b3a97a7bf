import { createTranslator } from 'use-intl/core'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { type City, cityNamed } from '../cities/model'
import { type ItemKind, type ItemState, isCommonAssertion, sideAsserting } from './model'

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
 * @param names what cities are called, by code.
 */
export function assertionWord(
  assertedBy: string,
  language: Language,
  names: Readonly<Record<string, LocalizedText>>,
): string {
  const t = createTranslator({ locale: language, messages: messagesIn(language) })
  const side = sideAsserting(assertedBy)
  if (side) return t('progress.assertedBy.side', { city: cityNamed(side, names, language) })
  return isCommonAssertion(assertedBy) ? t(`progress.assertedBy.${assertedBy}`) : assertedBy
}

/** As `assertionWord`, where the sides of the item are at hand. */
export function assertionOfSides(
  assertedBy: string,
  language: Language,
  sides: readonly City[],
): string {
  const names = Object.fromEntries(sides.map(({ code, name }) => [code, name]))
  return assertionWord(assertedBy, language, names)
}
