import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { subjectPage } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { type Href, hrefTo } from '@/i18n/navigation'
import type { RegisterList } from '@/i18n/routing'
import { environment } from '@/server/environment'
import { breadcrumbs, type Thing, wordsOf } from './thing'

/** The absolute address of a page. */
export function urlOf(language: Language, page: Href): string {
  return `${environment().BASE_URL}${hrefTo(language, page)}`
}

/** The lists of the register. */
export type Section = `/${RegisterList}`

/** Where a page stands: the register, its section, and itself. */
export function trailTo(
  language: Language,
  section: Section,
  page: { name: string; url: string },
): Thing {
  const { site } = messagesIn(language)
  const label = site.sections[section.slice(1) as RegisterList]
  return breadcrumbs([
    { name: site.name, url: urlOf(language, '/') },
    { name: label, url: urlOf(language, section) },
    page,
  ])
}

/** A property, where there is something to say. */
export function maybe(name: string, value: unknown): Record<string, unknown> {
  const isNothing =
    value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  return isNothing ? {} : { [name]: value }
}

/** The lists of the register by the kind of their rows. */
export const lists = {
  project: '/projects',
  document: '/documents',
  conference: '/conferences',
  organisation: '/organisations',
  person: '/signatories',
} as const satisfies Partial<Record<SubjectKind, Section>>
export type ListedKind = keyof typeof lists

/** One row of a list: what it is known by, and what it is called. */
export type Row = ({ reference: string } | { slug: string }) &
  ({ title: LocalizedText } | { name: LocalizedText })

/** What a page shows of a list, in its order. How many it has in all, which `numberOfItems` means, a page cannot tell from its rows. */
export function itemList(kind: ListedKind, rows: readonly Row[], language: Language): Thing {
  return {
    '@type': 'ItemList',
    itemListElement: rows.map((row, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: urlOf(language, subjectPage(kind, 'slug' in row ? row.slug : row.reference)),
      ...maybe('name', wordsOf('title' in row ? row.title : row.name, language)),
    })),
  }
}
