import { ownOf } from '@/features/register/history/model/names'
import { publisherIn } from '@/features/register/sources/model'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import { formatDay } from '@/i18n/formats'
import { htmlInLanguage } from '@/i18n/html-in-language'
import { escaped } from '@/server/files/markup'
import type { Words } from './words'

/** A citation as an item of a list: who published what when, the exact words, and where in it. */
export function citationHtml({ source, quote, locator }: LoggedCitation, words: Words): string {
  const { t, language, sources } = words
  const held = ownOf(sources, source)
  if (!held) return `<li>${escaped(source)}</li>`
  const separator = escaped(t('sources.separator'))
  const publisher = publisherIn(held, language)
  const title = held.title
    ? htmlInLanguage(held.title, held.language, language)
    : escaped(t('sources.headlineNotRecorded'))
  const address = held.url && isWebAddress(held.url) ? new URL(held.url).href : null
  const line = [
    htmlInLanguage(publisher.name, publisher.language, language),
    escaped(t(`sources.kinds.${held.kind}`)),
    escaped(held.publishedOn ? formatDay(held.publishedOn, language) : t('sources.undated')),
    address ? `<a href="${escaped(address)}">${title}</a>` : title,
  ].join(separator)
  const exactWords = quote
    ? `<blockquote>${htmlInLanguage(quote, held.language, language)}</blockquote>`
    : ''
  const where = locator
    ? `<p>${escaped(t('sources.locator'))} ${htmlInLanguage(locator, held.language, language)}</p>`
    : ''
  return `<li>${line}${exactWords}${where}</li>`
}

/** Whether a source's address is one that a reader may be led to. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
