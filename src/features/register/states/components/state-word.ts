import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import type { ItemState } from '../model'

/** The word for a state in a language, of a project or of a document: where there is no page to ask. */
export function stateWord(state: ItemState, language: Language): string {
  const { states, documentStates } = messagesIn(language).progress
  const labels: Partial<Record<string, { label: string }>> = { ...states, ...documentStates }
  return labels[state]?.label ?? state
}
