import { z } from 'zod'
import { type FilterOf, listFilter } from '@/i18n/parameter'
import { sidePattern } from '../cities/model'
import { documentStates } from '../states/model/states'
import { countedAnswers, documentKinds } from './model'

const reference = z.string().regex(/^[a-z0-9.-]{1,40}$/)

/** What the filter by conference says of documents signed outside one. */
export const outside = 'outside'

export const documentSorts = ['reference', 'signed', 'revised'] as const

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const documentParameters = {
  q: z.string().trim().min(1).max(200),
  conference: reference,
  field: reference,
  state: z.enum(documentStates),
  /** Left out: both. The page folds the slots together then, for they would drown the rest. */
  itemised: z.enum(['yes', 'no']),
  side: z.string().regex(sidePattern),
  party: z.string().regex(/^[a-z0-9-]{1,80}$/),
  kind: z.enum(documentKinds),
  counted: z.enum(countedAnswers),
  sort: z.enum(documentSorts),
  after: reference,
}

const { sort, after, ...conditions } = documentParameters

/** What the address of the list of documents says. */
export const documentFilter = listFilter({ conditions, order: { sort }, place: { after } })
export type DocumentFilter = FilterOf<typeof documentFilter>
