import { formPage } from '@/features/desk/frame/model'
import type { ListedSubmission } from '@/features/desk/round/submissions/queries/list-submissions'
import type { Href } from '@/i18n/navigation'

/** Where the author of a returned submission begins anew; null for a kind of subject without a form. */
export function takeUpAgain({ id, kind, subjectKind, reference }: ListedSubmission): Href | null {
  const page = formPage(kind, subjectKind, reference)
  return page && { ...page, query: { again: id } }
}
