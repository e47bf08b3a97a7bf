import * as rootParams from 'next/root-params'
import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { messagesIn } from './messages'
import { routing } from './routing'

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked ?? (await rootParams.locale())
  const language = hasLocale(routing.locales, locale) ? locale : routing.defaultLocale
  return {
    locale: language,
    messages: messagesIn(language),
    timeZone: 'Asia/Hong_Kong',
  }
})
