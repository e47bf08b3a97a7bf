import { z } from 'zod'
import { lenient } from '../../i18n/parameter'
import { projectStates } from '../progress/model'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

export const projectSorts = ['reference', 'as_of', 'revised'] as const

const schema = z.object({
  /** Words that each must be found. */
  q: lenient(z.string().trim().min(1).max(200)),
  conference: lenient(reference),
  field: lenient(reference),
  state: lenient(z.enum(projectStates)),
  /** Left out: only what is itemised, for the slots would drown it. */
  itemised: lenient(z.enum(['no', 'all'])),
  /** The city of a party to a linked document. */
  side: lenient(z.enum(['HK', 'SH'])),
  /** The slug of an organisation that is party to a linked document. */
  party: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  /** Left out: by reference. */
  sort: lenient(z.enum(['as_of', 'revised'])),
  /** The reference of the last project on the page before. */
  after: lenient(reference),
})

/** Which projects are asked for. What is left out is not asked. */
export type ProjectFilter = {
  [Key in keyof z.infer<typeof schema>]?: NonNullable<z.infer<typeof schema>[Key]>
}

/** What narrows the list, without how it is ordered and paged. */
export const projectFilterKeys = [
  'q',
  'conference',
  'field',
  'state',
  'itemised',
  'side',
  'party',
] as const satisfies readonly (keyof ProjectFilter)[]

/** Reads the filter from an address. Bad values are dropped: never an error. */
export function readProjectFilter(
  params: Record<string, string | string[] | undefined>,
): ProjectFilter {
  const read = schema.parse(params)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Writes the filter as the parameters of an address; reading them gives the same filter. */
export function writeProjectFilter(filter: ProjectFilter): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const value = filter[key as keyof ProjectFilter]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** The filter without one of its conditions; the page begins anew. */
export function withoutFilter(filter: ProjectFilter, key: keyof ProjectFilter): ProjectFilter {
  const { after, [key]: removed, ...rest } = filter
  return rest
}
