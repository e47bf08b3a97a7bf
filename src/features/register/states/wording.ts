import { createTranslator } from 'use-intl/core'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { type City, cityNamed } from '../cities/model'
import { isCommonAssertion, sideAsserting } from './model/statements'
import {
  type ItemKind,
  type ItemState,
  isStateOf,
  type StateOf,
  wordsOfStates,
} from './model/states'

/** What a state is called, and what that means. */
export type StateWords = { label: string; definition: string }

/** The word for a state in a language, of a project or of a document. */
export function stateWord(state: ItemState, language: Language): string {
  return stateWords(isStateOf('project', state) ? 'project' : 'document', state, language).label
}

/** What a state of an item of this kind is called, and what it means; of anything else its code alone. */
export function stateWords(kind: ItemKind, state: ItemState, language: Language): StateWords {
  const { progress } = messagesIn(language)
  const words: { [Kind in ItemKind]: Record<StateOf<Kind>, StateWords> } = {
    project: progress[wordsOfStates.project],
    document: progress[wordsOfStates.document],
  }
  const held: Partial<Record<ItemState, StateWords>> = words[kind]
  return held[state] ?? { label: state, definition: '' }
}

/**
 * Who asserts a statement, in words; an unknown code as it is.
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
