import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { revisionPage } from '@/features/register/subjects/model/pages'
import { type Language, pathPrefixes } from '@/i18n/language'
import type { Href } from '@/i18n/navigation'
import { environment } from '@/server/environment'

/**
 * The address of a page, for those who read the files: in the edition that the facts are kept in, or in that of
 * the page that the file was taken from. Not by `hrefTo`:
 * the archive is written outside the framework, where its navigation cannot be loaded.
 */
export function pageAddress(page: Exclude<Href, string>, language: Language = 'zh-Hant'): string {
  const params: Record<string, unknown> = 'params' in page ? page.params : {}
  const path = page.pathname.replace(/\[(\w+)\]/g, (_, name: string) => String(params[name]))
  return `${environment().BASE_URL}${pathPrefixes[language]}${path}`
}

/** The permanent address of one version of a subject; null before the first, and where the kind has none. */
export function permalinkOf(
  kind: SubjectKind,
  reference: string,
  revision: number,
  language?: Language,
): string | null {
  const page = revision === 0 ? null : revisionPage(kind, reference, revision)
  return page && pageAddress(page, language)
}
