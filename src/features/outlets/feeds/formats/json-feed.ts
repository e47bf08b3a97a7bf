import { languageTags } from '@/i18n/language'
import type { Feed } from '../model/feed'

/** A feed as JSON Feed 1.1. What is the register's own in it stands under `_register`. */
export function writeJsonFeed(feed: Feed): string {
  const language = languageTags[feed.language]
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    description: feed.subtitle,
    icon: feed.icon,
    authors: [{ name: feed.publisher }],
    language,
    _register: { rights: feed.rights },
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.updated,
      date_modified: entry.updated,
      authors: [{ name: entry.author }],
      tags: entry.categories.map(({ label }) => label),
      language,
      _register: {
        ...entry.log,
        approved_by: entry.approver,
        sources: entry.sources.map(({ language: held, ...source }) => ({
          ...source,
          language: languageTags[held],
        })),
      },
    })),
  })}\n`
}
