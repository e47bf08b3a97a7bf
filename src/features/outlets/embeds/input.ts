import { z } from 'zod'
import { lenient } from '@/i18n/parameter'
import { cardThemes, embeddedKinds } from './model/card'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

/** What an embedded card's address names. */
export const cardInput = z.object({ kind: z.enum(embeddedKinds), reference })

/** What its query says besides the moment: the colours, which are light on most pages that frame it. Anything else is dropped. */
export const cardQuery = z.object({
  theme: lenient(z.enum(cardThemes)).transform((theme) => theme ?? ('light' as const)),
})

/** What a badge's address names: an item, its reference followed by `.svg`. */
export const badgeInput = z.object({
  kind: z.enum(['projects', 'documents']),
  file: z
    .string()
    .regex(/\.svg$/)
    .transform((file) => file.slice(0, -'.svg'.length))
    .pipe(reference),
})
