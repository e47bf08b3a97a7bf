import { kindOfSection, subjectPage } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
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
  const page = { ...subjectPage(kindOfSection[kind], reference), query: at ? { at } : {} }
  return `${environment().BASE_URL}${hrefTo(language, page)}`
}
