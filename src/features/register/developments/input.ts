import { z } from 'zod'
import { type FilterOf, listFilter } from '@/i18n/parameter'
import { developmentKinds } from './model'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const developmentParameters = {
  /** The first and the last day of the event, ISO. Of one known by its month, a day of the month has to be between. */
  since: z.iso.date(),
  until: z.iso.date(),
  kind: z.enum(developmentKinds),
  conference: reference,
  field: reference,
  project: reference,
  /** The slug of an organisation that is party to a document of a project that it is tied to. */
  party: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  /** The slug of the last one on the page before. */
  after: reference,
}

const { after, ...conditions } = developmentParameters

/** What the address of the list of developments says. */
export const developmentFilter = listFilter({ conditions, order: {}, place: { after } })
export type DevelopmentFilter = FilterOf<typeof developmentFilter>
