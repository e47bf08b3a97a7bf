import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Language, languages, languageTags } from './language'
import type { Messages } from './messages'
import { type Href, hrefAt, hrefTo } from './navigation'
import { shownDay } from './shown-moment'

/** A page, as it is described. */
export type Page = {
  language: Language
  /** The page itself. Leave a filter out of it where the filtered list is no page of its own. */
  here: Href
  /** Without the site's name, which the layout adds. */
  title: string
  description: string
  /** The addresses at which the page's changes are followed, and what the feed is called. */
  feed?: { title: string; atom: string; json: string }
}

/** What every page says of itself (one that tells of a day leads to the present as the one to keep): title, canonical address, the other languages, Open Graph text. Addresses become absolute by the layout's `metadataBase`. */
export function pageMetadata({ language, here, title, description, feed }: Page): Metadata {
  const canonical = shownDay() ? hrefAt(language, here, null) : hrefTo(language, here)
  return {
    title,
    description,
    alternates: {
      canonical,
      languages: {
        ...Object.fromEntries(
          languages.map((other) => [languageTags[other], hrefTo(other, here)] as const),
        ),
        'x-default': hrefTo('zh-Hant', here),
      },
      ...(feed
        ? {
            types: {
              'application/atom+xml': [{ url: feed.atom, title: feed.title }],
              'application/feed+json': [{ url: feed.json, title: feed.title }],
            },
          }
        : {}),
    },
    openGraph: {
      type: 'website',
      title,
      description,
      url: canonical,
      locale: languageTags[language].replaceAll('-', '_'),
    },
  }
}

/** What a list is called under its filter: what narrows it is part of its name. */
export function narrowedTitle(title: string, applied: readonly { label: string }[]): string {
  return [title, ...applied.map(({ label }) => label)].join(' · ')
}

type Described = {
  [Name in keyof Messages]: Messages[Name] extends { title: string; description: string }
    ? Name
    : never
}[keyof Messages]

/** What a page says of itself by the `title` and `description` of its messages. */
export function describedBy(namespace: Described, here: Href) {
  return async (): Promise<Metadata> => {
    const [language, t] = [await getLocale(), await getTranslations(namespace)]
    return pageMetadata({ language, here, title: t('title'), description: t('description') })
  }
}
