import { z } from 'zod'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { type FilterOf, listFilter, pageNumber } from '@/i18n/parameter'

/** The orders of the list besides the first, which is the oldest news first. */
export const itemSorts = ['newest', 'reference'] as const

/** What the address of the desk says of the items shown there. */
export const itemFilter = listFilter({
  conditions: {
    /** Words that each must be found. */
    q: z.string().trim().min(1).max(200),
    state: z.enum([...projectStates, ...documentStates]),
    field: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
    kind: z.enum(['project', 'document']),
    /** `none`: only what nothing has been said of for nine months. */
    news: z.literal('none'),
    /** `stale`: only what has a text whose original has changed since. */
    texts: z.literal('stale'),
    /** Left out: only what is itemised. */
    slots: z.enum(['only', 'all']),
  },
  order: { sort: z.enum(itemSorts) },
  place: { page: pageNumber },
})
export type ItemFilter = FilterOf<typeof itemFilter>
