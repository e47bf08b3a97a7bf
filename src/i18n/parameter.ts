import { z } from 'zod'

/** A parameter as an address gives it; a repeated one counts once, an empty or bad one not at all. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value) || undefined,
    schema.optional().catch(undefined),
  )
