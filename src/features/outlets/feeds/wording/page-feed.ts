import type { Language } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'
import { feedLinks } from '../model/addresses'
import type { FeedScope } from '../model/feed'

/** What a page's metadata says of its feed. @param title of the page. */
export function feedOfPage(
  language: Language,
  scope: FeedScope,
  title: string,
): { title: string; atom: string; json: string } {
  const t = translatorIn(language)
  return { title: t('feeds.asFeed', { title }), ...feedLinks(language, scope) }
}
