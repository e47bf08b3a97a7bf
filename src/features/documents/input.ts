import { z } from 'zod'
import { documentStates } from '../progress/model'
import { countedAnswers, documentKinds, sides } from './model'

/** The first value of a parameter; null where it is absent, empty or none that we know: a bad value is dropped. */
const one = <Output>(schema: z.ZodType<Output>) =>
  z.preprocess((value) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === '' || first === undefined ? null : first
  }, schema.nullable().catch(null))

const reference = z.string().regex(/^[a-z0-9.-]{1,40}$/)

export const documentSorts = ['reference', 'signed', 'revised'] as const

/** What the address of the list of documents says. */
export const DocumentFilter = z.object({
  q: one(z.string().trim().min(1).max(200)),
  conference: one(reference),
  field: one(reference),
  state: one(z.enum(documentStates)),
  itemised: one(z.enum(['yes', 'no'])),
  side: one(z.enum(sides)),
  party: one(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  kind: one(z.enum(documentKinds)),
  counted: one(z.enum(countedAnswers)),
  sort: one(z.enum(documentSorts)),
  after: one(reference),
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
