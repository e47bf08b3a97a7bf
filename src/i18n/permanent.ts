import type { Href } from './navigation'

/**
 * The permanent page of one revision of the subject that a page is about: beneath that page.
 * @param revision its number within the subject.
 */
export function revisionOf(page: Href, revision: number): Exclude<Href, string> {
  const { pathname, params }: { pathname: string; params?: object } =
    typeof page === 'string' ? { pathname: page } : page
  return {
    pathname: `${pathname}/revisions/[revision]`,
    params: { ...params, revision: String(revision) },
  } as Exclude<Href, string>
}
