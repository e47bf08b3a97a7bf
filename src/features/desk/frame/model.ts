import { isEditableKind } from '@/features/register/subjects/model/kinds'
import type { Href } from '@/i18n/navigation'

/** The page of a submission. */
export function submissionPage(id: string) {
  return { pathname: '/desk/submissions/[id]', params: { id } } as const
}

/** The page of an item with its statement form. */
export function itemPage(reference: string) {
  return { pathname: '/desk/items/[reference]', params: { reference } } as const
}

/** The form of a differing view of an item's statement. */
export function viewPage(reference: string) {
  return { pathname: '/desk/items/[reference]/view', params: { reference } } as const
}

/** Where an officer says something for their side of an item's statement, or takes it back, once it is asked. */
export function wordPage(reference: string, say: 'confirm' | 'withdraw') {
  const params = { reference }
  return { pathname: '/desk/items/[reference]/word', params, query: { say } } as const
}

/** Where an officer throws a draft away, once it is asked. @param back the path of the page to go on to. */
export function discardPage(key: string, back: string) {
  return { pathname: '/desk/draft', query: { key, back } } as const
}

/** The editor of a subject; of a new one without a reference. */
export function editorPage(kind: string, reference: string | null | undefined) {
  const params = { kind, reference: reference || 'new' }
  return { pathname: '/desk/register/[kind]/[reference]', params } as const
}

/** The texts of a subject side by side. */
export function textsPage(kind: string, reference: string) {
  return { pathname: '/desk/texts/[kind]/[reference]', params: { kind, reference } } as const
}

/** The page of the form of a draft or a submission; null where it has none. */
export function formPage(
  form: string,
  subjectKind: string | null,
  reference: string | null,
): Exclude<Href, string> | null {
  if (form === 'edit' && subjectKind && isEditableKind(subjectKind)) {
    return editorPage(subjectKind, reference)
  }
  if (!reference) return null
  if (form === 'statement') return itemPage(reference)
  return form === 'view' ? viewPage(reference) : null
}
