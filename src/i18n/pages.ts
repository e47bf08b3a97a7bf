/** How many items a page of a list holds. */
export const pageSize = 40

/** Which part of a list a page shows. */
export type Part = {
  /** All that the list holds, on whichever page. */
  total: number
  /** The number of the first one shown, from 1; 0 of none. */
  from: number
}

/** A part of a list that is paged by what came before it. */
export type PartAfter = Part & {
  /** Whether the cursor was not in the list, so that this is its beginning. */
  isBegunAnew: boolean
  /** The cursors of the neighbouring pages: undefined for the first page, null where there is none. */
  previous: string | undefined | null
  next: string | null
}

/**
 * The keys that follow a cursor, at most `limit` of them; a cursor that is not among them begins the list anew.
 * `start` is how many come before them.
 */
export function partAfter(
  keys: readonly string[],
  after: string | undefined,
  limit: number,
): PartAfter & { shown: string[]; start: number } {
  const start = after === undefined ? 0 : keys.indexOf(after) + 1
  const shown = keys.slice(start, start + limit)
  const isLast = start + limit >= keys.length
  return {
    shown,
    start,
    total: keys.length,
    from: shown.length === 0 ? 0 : start + 1,
    isBegunAnew: after !== undefined && start === 0,
    previous: start === 0 ? null : keys[start - limit - 1],
    next: isLast ? null : (shown.at(-1) ?? null),
  }
}

/** A part of a list that is paged by number. */
export type NumberedPart = Part & {
  page: number
  pages: number
  /** The numbers of the neighbouring pages; null where there is none. */
  previous: number | null
  next: number | null
}

/** The page of a number, from 1; beyond the last it is the last. `start` is how many come before it. */
export function partOfNumber(
  total: number,
  requested: number | undefined,
  size = pageSize,
): NumberedPart & { start: number } {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(requested ?? 1, pages)
  const start = (page - 1) * size
  return {
    total,
    page,
    pages,
    start,
    from: total === 0 ? 0 : start + 1,
    previous: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
  }
}
