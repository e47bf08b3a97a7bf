import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'

/** One act at the desk, as the audit trail shows it. Times are ISO. */
export type ShownAct = {
  id: string
  at: string
  /** Null for the command line and for somebody not signed in. */
  officer: { id: string; name: string; email: string } | null
  action: string
  outcome: 'done' | 'refused'
  /** As it was recorded: a reference, an address, the id of a submission. */
  subject: string | null
  /** Where the subject is a submission: what that is about. Null where that does not exist yet. */
  submission: { reference: string | null } | null
  /** Why it was refused: a key of messages `refusals`; null where it was not. */
  reason: string | null
  /** The rest of what was recorded. */
  detail: Record<string, unknown>
}

type Words = { readonly [key: string]: string | Words }

/** An act in words; one without words yet by its own code. */
export function actionName(code: string, language: Language): string {
  let words: string | Words | undefined = messagesIn(language).audit.actions
  for (const part of code.split('.')) {
    words = typeof words === 'object' && Object.hasOwn(words, part) ? words[part] : undefined
  }
  return typeof words === 'string' ? words : code
}

/** A reason for a refusal in words; one without words by its own code. */
export function reasonName(code: string, language: Language): string {
  const refusals: Words = messagesIn(language).refusals
  const words = Object.hasOwn(refusals, code) ? refusals[code] : undefined
  return typeof words === 'string' ? words : code
}

/** The codes of the acts that have words, by their words. */
export function namedActions(language: Language): { code: string; name: string }[] {
  const actions: Words = messagesIn(language).audit.actions
  return Object.entries(actions)
    .flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
    .map((code) => ({ code, name: actionName(code, language) }))
}
