import { z } from 'zod'

/** The number of a revision in an address: 1, 2, 3 … written in one way only, so that a page has one address. */
export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
