import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import type { ItemKind, ItemState } from './model'

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
