import { z } from 'zod'
import { type FilterOf, listFilter } from '@/i18n/parameter'
import { subjectKinds } from '../subjects/model/kinds'

/** The number of a revision in an address: 1, 2, 3 … written in one way only, so that a page has one address. */
export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** An ISO day. */
export const dayParameter = z.iso.date()

/** One end of a comparison: the number of a revision within its subject, or an ISO day. */
export const comparedEnd = z.union([revisionNumber, dayParameter])

/** Of which changes a list may be asked for alone. */
export const changeNarrowings = ['corrections', 'wording', 'besides_wording'] as const

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const changeParameters = {
  kind: z.enum(subjectKinds),
  /** The reference of a field: itself, and what belongs to it, before or after the change. */
  field: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  /** The slug of an organisation: itself, and the documents that it is party to. */
  party: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** Corrections; those of them that change wording alone; or all but these. */
  only: z.enum(changeNarrowings),
  /** The first and the last day of publication, ISO, in Hong Kong. */
  since: dayParameter,
  until: dayParameter,
}

/** What the address of the register's history says. */
export const changeFilter = listFilter({
  conditions: changeParameters,
  order: {},
  /** The number in the whole log that the page goes on from: it and what is newer is left out. */
  place: { before: revisionNumber },
})
export type ChangeFilter = FilterOf<typeof changeFilter>
