import { pathPrefixes } from '@/i18n/language'
import { environment } from '@/server/environment'

/** The address of a page in the edition that the facts are kept in, for those who read the files. @param path `/fields/6-4`. */
export function pageAddress(path: string): string {
  return `${environment().BASE_URL}${pathPrefixes['zh-Hant']}${path}`
}

/** The permanent address of one version of an item; null before the first. */
export function permalinkOf(
  kind: 'project' | 'document',
  reference: string,
  revision: number,
): string | null {
  return revision === 0 ? null : pageAddress(`/${kind}s/${reference}/revisions/${revision}`)
}
