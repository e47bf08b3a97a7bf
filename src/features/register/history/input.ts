import { z } from 'zod'
import { lenient } from '@/i18n/parameter'
import { subjectKinds } from '../subjects/model/kinds'

/** The number of a revision in an address: 1, 2, 3 … written in one way only, so that a page has one address. */
export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const changeParameters = {
  kind: z.enum(subjectKinds),
  /** The reference of a field: itself, and what belongs to it, before or after the change. */
  field: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  /** The slug of an organisation: itself, and the documents that it is party to. */
  party: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  only: z.enum(['corrections']),
}

const schema = z.object({
  kind: lenient(changeParameters.kind),
  field: lenient(changeParameters.field),
  party: lenient(changeParameters.party),
  only: lenient(changeParameters.only),
  /** The number in the whole log that the page goes on from: it and what is newer is left out. */
  before: lenient(revisionNumber),
})

/** Which changes of the register are asked for. What is left out is not asked. */
export type ChangeFilter = {
  [Key in keyof z.infer<typeof schema>]?: NonNullable<z.infer<typeof schema>[Key]>
}

/** Reads the filter from an address. Bad values are dropped: never an error. */
export function readChangeFilter(
  params: Record<string, string | string[] | undefined>,
): ChangeFilter {
  const read = schema.parse(params)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Writes the filter as the parameters of an address; reading them gives the same filter. */
export function writeChangeFilter(filter: ChangeFilter): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const value = filter[key as keyof ChangeFilter]
      return value === undefined ? [] : [[key, String(value)]]
    }),
  )
}
