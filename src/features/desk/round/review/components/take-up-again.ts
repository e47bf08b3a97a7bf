import type { ListedSubmission } from '@/features/desk/round/submissions/queries/list-submissions'
import { isEditableKind } from '@/features/register/subjects/model/kinds'
import type { Href } from '@/i18n/navigation'

/** Where the author of a returned submission begins anew; null for a kind of subject without a form. */
export function takeUpAgain({ id, kind, subjectKind, reference }: ListedSubmission): Href | null {
  const query = { again: id }
  if (kind === 'edit' && isEditableKind(subjectKind)) {
    const params = { kind: subjectKind, reference: reference ?? 'new' }
    return { pathname: '/desk/register/[kind]/[reference]', params, query }
  }
  if (!reference) return null
  if (kind === 'statement') {
    return { pathname: '/desk/items/[reference]', params: { reference }, query }
  }
  if (kind === 'view') {
    return { pathname: '/desk/items/[reference]/view', params: { reference }, query }
  }
  return null
}
