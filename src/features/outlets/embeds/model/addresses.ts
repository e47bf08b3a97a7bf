import type { Language } from '@/i18n/language'
import { type Href, hrefTo } from '@/i18n/navigation'
import { environment } from '@/server/environment'
import type { EmbeddedKind } from './card'

/** Where a card is found, to be framed: an absolute address. */
export function cardAddress(language: Language, kind: EmbeddedKind, reference: string): string {
  return `${environment().BASE_URL}${hrefTo(language, {
    pathname: '/embed/[kind]/[reference]',
    params: { kind, reference },
  })}`
}

/** Where an item's badge is found: a path of this site. */
export function badgePath(
  language: Language,
  kind: 'projects' | 'documents',
  reference: string,
): string {
  return hrefTo(language, {
    pathname: '/badge/[kind]/[file]',
    params: { kind, file: `${reference}.svg` },
  })
}

/** The page that a card leads to: an absolute address. @param at the past moment that the card is of. */
export function pageAddress(
  language: Language,
  kind: EmbeddedKind,
  reference: string,
  at?: string,
): string {
  const query = at ? { at } : {}
  const pages = {
    projects: { pathname: '/projects/[reference]', params: { reference }, query },
    documents: { pathname: '/documents/[reference]', params: { reference }, query },
    fields: { pathname: '/fields/[reference]', params: { reference }, query },
  } as const satisfies Record<EmbeddedKind, Href>
  return `${environment().BASE_URL}${hrefTo(language, pages[kind])}`
}
