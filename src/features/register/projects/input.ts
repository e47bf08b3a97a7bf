import { z } from 'zod'
import { type AddressQuery, type FilterOf, listFilter, unreadParameters } from '@/i18n/parameter'
import { sidePattern } from '../cities/model'
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
  /** Left out: both. The page folds the slots together then, for they would drown the rest. */
  itemised: z.enum(['yes', 'no']),
  /** The city of a party to a linked document. */
  side: z.string().regex(sidePattern),
  /** The slug of an organisation that is party to a linked document. */
  party: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** Left out: by reference. */
  sort: z.enum(['as_of', 'revised']),
  /** The reference of the last project on the page before. */
  after: reference,
}

const { sort, after, ...conditions } = projectParameters

/** What the address of the list of projects says. */
export const projectFilter = listFilter({ conditions, order: { sort }, place: { after } })
export type ProjectFilter = FilterOf<typeof projectFilter>

/** What a program may say of `itemised`; `all`: both, the slots in their place among the rest. */
export const itemisedOfPrograms = z.enum([...projectParameters.itemised.options, 'all'])

/** Reads the filter as the API and the files do, for programs: where nothing is said of `itemised`, it is `yes`. */
export function readProgramFilter(query: AddressQuery): ProjectFilter {
  const filter = projectFilter.read(query)
  const isAll = [query.itemised].flat()[0] === 'all'
  return isAll ? filter : { itemised: 'yes', ...filter }
}

/** What of a program's address cannot be read as such a filter. */
export function unreadByPrograms({ itemised, ...query }: AddressQuery): string[] {
  return [
    ...projectFilter.unread(query),
    ...unreadParameters({ itemised: itemisedOfPrograms }, { itemised }),
  ]
}

/** Writes it as the API and the files read it. */
export function writeProgramFilter({ itemised, ...filter }: ProjectFilter): Record<string, string> {
  const said = itemised === 'yes' ? {} : { itemised: itemised ?? 'all' }
  return { ...projectFilter.write(filter), ...said }
}
