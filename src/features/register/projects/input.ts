import { z } from 'zod'
import { lenient } from '@/i18n/parameter'
import { projectStates } from '../states/model/states'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

export const projectSorts = ['reference', 'as_of', 'revised'] as const

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const projectParameters = {
  /** Words that each must be found. */
  q: z.string().trim().min(1).max(200),
  conference: reference,
  field: reference,
  state: z.enum(projectStates),
  /** Left out: only what is itemised, for the slots would drown it. */
  itemised: z.enum(['no', 'all']),
  /** The city of a party to a linked document. */
  side: z.enum(['HK', 'SH']),
  /** The slug of an organisation that is party to a linked document. */
  party: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** Left out: by reference. */
  sort: z.enum(['as_of', 'revised']),
  /** The reference of the last project on the page before. */
  after: reference,
}

const schema = z.object({
  q: lenient(projectParameters.q),
  conference: lenient(projectParameters.conference),
  field: lenient(projectParameters.field),
  state: lenient(projectParameters.state),
  itemised: lenient(projectParameters.itemised),
  side: lenient(projectParameters.side),
  party: lenient(projectParameters.party),
  sort: lenient(projectParameters.sort),
  after: lenient(projectParameters.after),
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
