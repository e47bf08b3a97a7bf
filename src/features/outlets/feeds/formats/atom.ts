import { type Language, languageTags } from '@/i18n/language'
import { escaped } from '@/server/files/markup'
import type { Feed, FeedEntry } from '../model/feed'

/** A feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const language = languageTags[feed.language]
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    `<author>${element('name', feed.publisher)}</author>`,
    link({ rel: 'self', type: 'application/atom+xml', href: feed.self.atom, hreflang: language }),
    link({ rel: 'alternate', type: 'text/html', href: feed.page, hreflang: language }),
    link({
      rel: 'alternate',
      type: 'application/feed+json',
      href: feed.self.json,
      hreflang: language,
    }),
    element('icon', feed.icon),
    element('rights', feed.rights),
    ...feed.entries.map((entry) => writeEntry(entry, feed.language)),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry(entry: FeedEntry, language: Language): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    element('updated', entry.updated),
    element('published', entry.updated),
    `<author>${element('name', entry.author)}</author>`,
    ...(entry.approver ? [`<contributor>${element('name', entry.approver)}</contributor>`] : []),
    link({
      rel: 'alternate',
      type: 'text/html',
      href: entry.url,
      hreflang: languageTags[language],
    }),
    ...entry.sources.map(({ url, title, language: held }) =>
      link({
        rel: 'via',
        href: url,
        title,
        ...(held === language ? {} : { 'xml:lang': languageTags[held] }),
      }),
    ),
    ...entry.categories.map((category) => `<category${attributes(category)}/>`),
    element('summary', entry.summary),
    `<content type="html">${escaped(entry.html)}</content>`,
    '</entry>',
  ].join('\n')
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

const link = (of: Record<string, string>): string => `<link${attributes(of)}/>`

function attributes(of: Record<string, string>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
}
