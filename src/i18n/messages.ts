import en from '~/messages/en'
import zhHans from '~/messages/zh-Hans'
import zhHant from '~/messages/zh-Hant'
import type { Language } from './language'

/** The messages of every page. Traditional Chinese is the source: its keys are the type. */
export type Messages = typeof zhHant

const messages: Record<Language, Messages> = {
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  en,
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
