import { z } from 'zod'
import { embeddedKinds } from './model/card'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

/** What an embedded card's address names. */
export const cardInput = z.object({ kind: z.enum(embeddedKinds), reference })

/** What a badge's address names: an item, its reference followed by `.svg`. */
export const badgeInput = z.object({
  kind: z.enum(['projects', 'documents']),
  file: z
    .string()
    .regex(/\.svg$/)
    .transform((file) => file.slice(0, -'.svg'.length))
    .pipe(reference),
})
