import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { revisionPage } from '@/features/register/subjects/model/pages'
import { pathPrefixes } from '@/i18n/language'
import type { Href } from '@/i18n/navigation'
import { environment } from '@/server/environment'

/**
 * The address of a page in the edition that the facts are kept in, for those who read the files. Not by `hrefTo`:
 * the archive is written outside the framework, where its navigation cannot be loaded.
 */
export function pageAddress(page: Exclude<Href, string>): string {
  const params: Record<string, unknown> = 'params' in page ? page.params : {}
  const path = page.pathname.replace(/\[(\w+)\]/g, (_, name: string) => String(params[name]))
  return `${environment().BASE_URL}${pathPrefixes['zh-Hant']}${path}`
}

/** The permanent address of one version of a subject; null before the first, and where the kind has none. */
export function permalinkOf(kind: SubjectKind, reference: string, revision: number): string | null {
  const page = revision === 0 ? null : revisionPage(kind, reference, revision)
  return page && pageAddress(page)
}
