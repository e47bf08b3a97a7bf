import { type Language, languageTags } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { hrefTo } from '@/i18n/navigation'
import { environment } from '@/server/environment'
import { escaped } from '@/server/files/markup'

/** What a browser is told of the register's search, in a language. There are no suggestions to offer: none are told of. */
export function openSearchIn(language: Language): string {
  const { site, search } = messagesIn(language)
  const { BASE_URL } = environment()
  const results = `${BASE_URL}${hrefTo(language, '/search')}?q={searchTerms}`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escaped(search.shortName)}</ShortName>`,
    `<LongName>${escaped([...site.name].slice(0, 48).join(''))}</LongName>`,
    `<Description>${escaped(search.description)}</Description>`,
    `<Language>${languageTags[language]}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    `<Image width="16" height="16" type="image/svg+xml">${escaped(`${BASE_URL}/icon.svg`)}</Image>`,
    `<Url type="text/html" method="get" template="${escaped(results)}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escaped(`${BASE_URL}${hrefTo(language, '/opensearch.xml')}`)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
