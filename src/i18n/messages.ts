import * as en from '~/messages/en'
import * as zhHans from '~/messages/zh-Hans'
import * as zhHant from '~/messages/zh-Hant'
import type { Language } from './language'

/** The messages of every page. Traditional Chinese is the source: its keys are the type. */
export type Messages = typeof zhHant

// Plain objects, as no module is: what is handed to a client component has to be one.
const messages: Record<Language, Messages> = {
  'zh-Hant': Object.assign({}, zhHant),
  'zh-Hans': Object.assign({}, zhHans),
  en: Object.assign({}, en),
}

export function messagesIn(language: Language): Messages {
  return messages[language]
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}
