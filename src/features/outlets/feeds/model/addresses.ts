import { kindOfSection, subjectPage } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import { type Href, hrefTo } from '@/i18n/navigation'
import { writeFeedPath } from '../input'
import type { FeedFormat, FeedScope } from './feed'

/**
 * The addresses of a feed in a language, beginning with a slash.
 * @param at the past moment that the feed is of, as an address asks for it.
 */
export function feedLinks(
  language: Language,
  scope: FeedScope,
  at?: string,
): Record<FeedFormat, string> {
  const address = (format: FeedFormat): string =>
    hrefTo(language, {
      pathname: '/feeds/[...path]',
      params: { path: writeFeedPath(scope, format) },
      query: { ...('query' in scope ? scope.query : {}), ...(at ? { at } : {}) },
    })
  return { atom: address('atom'), json: address('json') }
}

/** The page that a feed goes with. */
export function pageOfFeed(scope: FeedScope): Href {
  switch (scope.of) {
    case 'changes':
      return { pathname: '/changes', query: scope.query }
    case 'developments':
      return { pathname: '/developments', query: scope.query }
    case 'search':
      return { pathname: '/search', query: scope.query }
    default:
      return subjectPage(kindOfSection[scope.of], scope.reference)
  }
}
