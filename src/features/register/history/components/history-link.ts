import type { ShownRevision } from '@/features/register/log/model'
import type { Href } from '@/i18n/navigation'

/** Where the history of a revision's subject is shown; null where it has no page. */
export function historyOf({
  kind,
  reference,
}: Pick<ShownRevision, 'kind' | 'reference'>): Href | null {
  if (kind === 'project') {
    return { pathname: '/projects/[reference]/history', params: { reference } }
  }
  if (kind === 'document') {
    return { pathname: '/documents/[reference]/history', params: { reference } }
  }
  return null
}
