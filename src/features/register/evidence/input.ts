import { z } from 'zod'
import { languages } from '@/i18n/language'
import { type FilterOf, listFilter } from '@/i18n/parameter'
import { longestInSource } from '../sources/input'
import { sourceKinds } from '../sources/model'

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const sourceParameters = {
  /** Any of the names of a publisher. */
  publisher: z.string().trim().min(1).max(longestInSource.publisher),
  kind: z.enum(sourceKinds),
  /** The language of the source. */
  language: z.enum(languages),
  /** Whether anything rests on it. */
  cited: z.enum(['yes', 'no']),
  /** Whether its address is known. */
  address: z.enum(['yes', 'no']),
  /** The first and the last day of publication, ISO. */
  since: z.iso.date(),
  until: z.iso.date(),
  /** The slug of the last one on the page before. */
  after: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,119}$/),
}

const { after, ...conditions } = sourceParameters

/** What the address of the list of sources says. */
export const sourceFilter = listFilter({ conditions, order: {}, place: { after } })
export type SourceFilter = FilterOf<typeof sourceFilter>
