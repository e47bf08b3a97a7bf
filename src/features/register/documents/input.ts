import { z } from 'zod'
import { documentStates } from '../states/model/states'
import { sides } from '../subjects/model/sides'
import { countedAnswers, documentKinds } from './model'

/** The first value of a parameter; null where it is absent, empty or none that we know: a bad value is dropped. */
const one = <Output>(schema: z.ZodType<Output>) =>
  z.preprocess((value) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === '' || first === undefined ? null : first
  }, schema.nullable().catch(null))

const reference = z.string().regex(/^[a-z0-9.-]{1,40}$/)

export const documentSorts = ['reference', 'signed', 'revised'] as const

/** What each parameter has to be. A page drops what is not, the API refuses it. */
export const documentParameters = {
  q: z.string().trim().min(1).max(200),
  conference: reference,
  field: reference,
  state: z.enum(documentStates),
  itemised: z.enum(['yes', 'no']),
  side: z.enum(sides),
  party: z.string().regex(/^[a-z0-9-]{1,80}$/),
  kind: z.enum(documentKinds),
  counted: z.enum(countedAnswers),
  sort: z.enum(documentSorts),
  after: reference,
}

/** What the address of the list of documents says. */
export const DocumentFilter = z.object({
  q: one(documentParameters.q),
  conference: one(documentParameters.conference),
  field: one(documentParameters.field),
  state: one(documentParameters.state),
  itemised: one(documentParameters.itemised),
  side: one(documentParameters.side),
  party: one(documentParameters.party),
  kind: one(documentParameters.kind),
  counted: one(documentParameters.counted),
  sort: one(documentParameters.sort),
  after: one(documentParameters.after),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>

/** The filter as the query of an address: only what is set; without the place in the list unless asked. */
export function toQuery(
  filter: DocumentFilter,
  after: string | null = null,
): Record<string, string> {
  const set = { ...filter, after }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >
}
