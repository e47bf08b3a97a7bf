import { z } from 'zod'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { lenient } from '@/i18n/parameter'

/** The orders of the list besides the first, which is the oldest news first. */
export const itemSorts = ['newest', 'reference'] as const

const schema = z.object({
  /** Words that each must be found. */
  q: lenient(z.string().trim().min(1).max(200)),
  state: lenient(z.enum([...projectStates, ...documentStates])),
  field: lenient(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)),
  kind: lenient(z.enum(['project', 'document'])),
  /** `none`: only what nothing has been said of for nine months. */
  news: lenient(z.literal('none')),
  /** `stale`: only what has a text whose original has changed since. */
  texts: lenient(z.literal('stale')),
  /** Left out: only what is itemised. */
  slots: lenient(z.enum(['only', 'all'])),
  sort: lenient(z.enum(itemSorts)),
  /** Which page of the list, from 1. */
  page: lenient(z.coerce.number().int().min(1).max(10_000)),
})

/** Which items of the desk are asked for. What is left out is not asked. */
export type ItemFilter = {
  [Key in keyof z.infer<typeof schema>]?: NonNullable<z.infer<typeof schema>[Key]>
}

/** What narrows the list, without how it is ordered and paged. */
export const itemFilterKeys = [
  'q',
  'state',
  'field',
  'kind',
  'news',
  'texts',
  'slots',
] as const satisfies readonly (keyof ItemFilter)[]

/** Reads the filter from an address. Bad values are dropped: never an error. */
export function readItemFilter(params: Record<string, string | string[] | undefined>): ItemFilter {
  const { page, ...read } = schema.parse(params)
  return Object.fromEntries(
    Object.entries({ ...read, page: page === 1 ? undefined : page }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

/** Writes the filter as the parameters of an address; reading them gives the same filter. */
export function writeItemFilter(filter: ItemFilter): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const value = filter[key as keyof ItemFilter]
      return value === undefined ? [] : [[key, String(value)]]
    }),
  )
}

/** The filter without one of its conditions; the list begins anew. */
export function withoutCondition(filter: ItemFilter, key: keyof ItemFilter): ItemFilter {
  const { page, [key]: removed, ...rest } = filter
  return rest
}
