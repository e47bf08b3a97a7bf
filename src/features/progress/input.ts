import { z } from 'zod'
import { languages } from '../../i18n/language'
import { assertions, type ItemState, isStateOf, itemKindOf } from './model'

// Messages are keys of `refusals.fields`, which the form translates and sets beside the field.
const passage = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n/g, '\n').trim())
    .pipe(z.string().max(most, 'too_long'))
    .default('')

const inThreeLanguages = (most: number) =>
  z.object({ 'zh-Hant': passage(most), 'zh-Hans': passage(most), en: passage(most) })

const day = z.iso.date('not_a_day')
const optionalDay = z.union([z.literal(''), day]).default('')

const existingSource = z.object({
  kind: z.literal('existing'),
  slug: z.string().min(1, 'required'),
})
const newSource = z.object({
  kind: z.literal('new'),
  publisher: z.string().trim().min(1, 'required').max(200, 'too_long'),
  title: passage(400),
  publishedOn: optionalDay,
  url: z
    .string()
    .trim()
    .max(2000, 'too_long')
    .refine((url) => url === '' || isWebAddress(url), 'not_an_address')
    .default(''),
  sourceKind: z.enum(['newspaper', 'news', 'government', 'institution', 'trade_press'], 'required'),
  language: z.enum(languages, 'required'),
})

/** What a statement rests on, as a form or a spreadsheet gives it. */
export const citationInput = z.object({
  source: z.discriminatedUnion('kind', [existingSource, newSource]),
  quote: passage(300),
  locator: passage(200),
})

/** A status statement as an officer proposes it; also what a submission keeps. */
export const statementInput = z
  .object({
    reference: z.string().regex(/^[a-z0-9.-]{3,40}$/, 'required'),
    state: z.string().min(1, 'required'),
    asOf: day,
    assertedBy: z.enum(assertions, 'required'),
    note: inThreeLanguages(2000),
    reason: inThreeLanguages(1000),
    /** Whether the Simplified passages are OpenCC's, which no person has accepted yet. */
    simplifiedIsConversion: z.boolean().default(false),
    citation: citationInput.nullable(),
  })
  .superRefine((statement, context) => {
    if (!isStateOf(itemKindOf(statement.reference), statement.state)) {
      context.addIssue({ code: 'custom', path: ['state'], message: 'required' })
    }
  })
  .transform((statement) => ({ ...statement, state: statement.state as ItemState }))

/** A statement, with the version of the item that the officer had before them. */
export const updateInput = z.object({
  statement: statementInput,
  version: z.coerce.number().int().min(0),
})

export type StatementInput = z.infer<typeof statementInput>
export type CitationInput = z.infer<typeof citationInput>
export type UpdateInput = z.infer<typeof updateInput>

/** Why a submission is returned; its author reads it. */
export const returnInput = z.object({
  id: z.string().min(1),
  reason: z.string().trim().min(1, 'required').max(1000, 'too_long'),
})

/**
 * A form's fields as `updateInput` takes them. A field is named by its path in the statement
 * (`note.zh-Hant`, `citation.source.slug`), so that a problem's path names the field to mark.
 */
export function fromForm(values: Readonly<Record<string, string>>): unknown {
  const read = (name: string) => values[name] ?? ''
  const passageOf = (part: string) =>
    Object.fromEntries(languages.map((language) => [language, read(`${part}.${language}`)]))
  const sourceField = (name: string) => read(`citation.source.${name}`)
  const kind = sourceField('kind')
  const source =
    kind === 'existing'
      ? { kind, slug: sourceField('slug') }
      : {
          kind,
          publisher: sourceField('publisher'),
          title: sourceField('title'),
          publishedOn: sourceField('publishedOn'),
          url: sourceField('url'),
          sourceKind: sourceField('sourceKind'),
          language: sourceField('language'),
        }
  return {
    version: read('version'),
    statement: {
      reference: read('reference'),
      state: read('state'),
      asOf: read('asOf'),
      assertedBy: read('assertedBy'),
      note: passageOf('note'),
      reason: passageOf('reason'),
      simplifiedIsConversion: read('simplifiedAccepted') !== 'on',
      citation:
        kind === 'existing' || kind === 'new'
          ? { source, quote: read('citation.quote'), locator: read('citation.locator') }
          : null,
    },
  }
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
