import { z } from 'zod'
import { languages } from '@/i18n/language'
import { passage } from '@/i18n/passage'
import { sourceKinds } from './model'

// Messages are keys of `refusals.fields`, which the form translates and sets beside the field.
/** An optional ISO day. */
const optionalDay = z.union([z.literal(''), z.iso.date('not_a_day')]).default('')

const existingSource = z.object({
  kind: z.literal('existing'),
  slug: z.string().min(1, 'required'),
})

/** The most characters of what is said of a new source. */
export const longestInSource = { publisher: 200, title: 400, url: 2000 } as const

/** A source that the register does not hold yet. */
export const newSource = z.object({
  kind: z.literal('new'),
  publisher: z.string().trim().min(1, 'required').max(longestInSource.publisher, 'too_long'),
  title: passage(longestInSource.title).default(''),
  publishedOn: optionalDay,
  url: z
    .string()
    .trim()
    .max(longestInSource.url, 'too_long')
    .refine((url) => url === '' || isWebAddress(url), 'not_an_address')
    .default(''),
  sourceKind: z.enum(sourceKinds, 'required'),
  language: z.enum(languages, 'required'),
})
export type NewSource = z.infer<typeof newSource>

/** The longest quote, in characters: short enough to be a quotation. */
export const longestQuote = 500

/** The longest that the place in a source may be, in characters. */
export const longestLocator = 200

/** What a statement or an edit rests on, as a form or a spreadsheet gives it. */
export const citationInput = z.object({
  source: z.discriminatedUnion('kind', [existingSource, newSource]),
  quote: passage(longestQuote).default(''),
  locator: passage(longestLocator).default(''),
})
export type CitationInput = z.infer<typeof citationInput>

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
