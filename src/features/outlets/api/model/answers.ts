import { z } from 'zod'
import { says } from './described'
import { day, time } from './evidence'

/** The head of the log. */
export const head = z.object({
  number: says(z.int(), 'headNumber'),
  recordedAt: says(time, 'recordedAt'),
})

/** The moment that was asked for. */
export const moment = z.object({
  at: says(z.string(), 'askedAt'),
  instant: says(time, 'instant'),
  number: says(z.int().min(0), 'momentNumber'),
})

/** What stands around every answer, whatever it is of. */
const around = {
  head: says(head.nullable(), 'head'),
  asAt: says(moment.nullable(), 'asAt'),
}

const licence = says(
  z.object({
    name: says(z.string(), 'licenceName'),
    url: says(z.url(), 'licenceUrl'),
    spdx: says(z.string().nullable(), 'spdx'),
  }),
  'licence',
)

const meta = { licence, on: says(day.nullable(), 'meantDay') }

/** An answer of one thing. */
export const itemAnswer = (whole: z.ZodType) =>
  z.object({ data: whole, ...around, meta: says(z.object(meta), 'meta') })

/** An answer of a page of a collection. */
export const collectionAnswer = (listed: z.ZodType) =>
  z.object({
    data: says(z.array(listed), 'data'),
    page: says(z.object({ next: says(z.string().nullable(), 'next') }), 'page'),
    total: says(z.int().min(0), 'total'),
    ...around,
    meta: says(
      z.object({ ...meta, notItemised: says(z.int().min(0), 'notItemised') }),
      'collectionMeta',
    ),
  })

/** What is wrong with a request, or missing: RFC 9457. */
export const problem = z.object({
  type: says(z.url(), 'problemType'),
  title: says(z.string(), 'problemTitle'),
  status: says(z.int(), 'problemStatus'),
  detail: says(z.string(), 'problemDetail'),
  instance: says(z.string(), 'problemInstance'),
  errors: says(
    z
      .array(
        z.object({
          field: says(z.string(), 'errorField'),
          detail: says(z.string(), 'errorDetail'),
        }),
      )
      .optional(),
    'errors',
  ),
})
export type Problem = z.infer<typeof problem>
