import type { Moment } from '@/features/register/log/model'
import { titleWords } from '@/features/register/texts/wording'
import { formatMoment } from '@/i18n/formats'
import { type Language, languageTags } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { environment } from '@/server/environment'
import { writable } from '@/server/files/markup'
import { writeFeedPath } from '../input'
import { feedLinks, pageOfFeed } from '../model/addresses'
import type { Feed, FeedScope } from '../model/feed'
import type { Authority, FeedContent } from '../queries/read-feed'
import { entryOf, identifier } from './entry'
import { type Words, wordsIn } from './words'

type FeedOptions = { language: Language; authority: Authority; moment: Moment | null }

/** A feed in the words of a language. */
export function writeFeed(
  content: FeedContent,
  { language, authority, moment }: FeedOptions,
): Feed {
  const { BASE_URL } = environment()
  const { scope, news, updated } = content
  const words = wordsIn(language, content)
  const { t } = words
  const links = feedLinks(language, scope, moment?.at)
  return {
    id: identifier(authority, `feeds/${nameOfFeed(scope, moment)}/${languageTags[language]}`),
    language,
    title: writable(
      t('feeds.title', { register: t('site.name'), followed: followed(content, words) }),
    ),
    subtitle: writable(
      moment
        ? t('feeds.asAt', { moment: formatMoment(moment.instant, language) })
        : t('site.independence'),
    ),
    publisher: t('site.name'),
    // An empty register was never updated.
    updated: updated ?? '1970-01-01T00:00:00.000Z',
    page: `${BASE_URL}${hrefTo(language, pageOfFeed(scope))}`,
    self: { atom: `${BASE_URL}${links.atom}`, json: `${BASE_URL}${links.json}` },
    icon: `${BASE_URL}/icon.svg`,
    rights: writable(licenceText(language)),
    entries: news.map((revision) => entryOf(revision, words, authority)),
  }
}

/** The feed's own name within the register: its path and its parameters, whatever the format. */
function nameOfFeed(scope: FeedScope, moment: Moment | null): string {
  const path = writeFeedPath(scope, 'atom')
    .join('/')
    .replace(/\.atom$/, '')
  const query = new URLSearchParams({
    ...('query' in scope ? scope.query : {}),
    ...(moment ? { at: moment.at } : {}),
  })
  query.sort()
  return query.size > 0 ? `${path}?${query}` : path
}

/** What a feed follows, in words. */
function followed({ scope, name }: FeedContent, { t, language }: Words): string {
  switch (scope.of) {
    case 'changes':
      return t(Object.keys(scope.query).length > 0 ? 'feeds.someChanges' : 'revisions.log.title')
    case 'developments':
      return t('developments.title')
    case 'search':
      return t('search.titleWith', { q: scope.query.q ?? '' })
    case 'organisations':
      return pickText(name, language)?.body ?? scope.reference
    default:
      return `${scope.reference} ${
        (scope.of === 'fields' ? pickText(name, language)?.body : titleWords(name, language)) ??
        t('revisions.slot')
      }`
  }
}
