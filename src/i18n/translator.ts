import { createTranslator } from 'use-intl/core'
import type { Language } from './language'
import { messagesIn } from './messages'

/** The messages of a language, where there is no page to ask. */
export function translatorIn(language: Language) {
  return createTranslator({ locale: language, messages: messagesIn(language) })
}

export type Translator = ReturnType<typeof translatorIn>
