import type { EditableKind } from '@/features/register/subjects/model/kinds'
import type { Href } from '@/i18n/navigation'

/** Where the public reads of a subject; null for a kind without pages of its own. */
export function publicPageOf(kind: EditableKind, reference: string): Href | null {
  switch (kind) {
    case 'project':
      return { pathname: '/projects/[reference]', params: { reference } }
    case 'document':
      return { pathname: '/documents/[reference]', params: { reference } }
    case 'conference':
      return { pathname: '/conferences/[reference]', params: { reference } }
    case 'field':
      return { pathname: '/fields/[reference]', params: { reference } }
    case 'organisation':
      return { pathname: '/organisations/[slug]', params: { slug: reference } }
    case 'glossary_term':
      return '/glossary'
    default:
      return null
  }
}
