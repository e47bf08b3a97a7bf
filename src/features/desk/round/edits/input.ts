import { z } from 'zod'
import { citationInput } from '@/features/register/sources/input'
import { sourceKinds } from '@/features/register/sources/model'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'
import { passage } from '@/i18n/passage'
import { correctionInput } from '../submissions/input'

// Messages are keys of `refusals.fields`, which the form translates and sets beside the field.
const day = z.iso.date('not_a_day')
const reference = z.string().regex(/^[a-z0-9.-]{1,60}$/, 'no_such_reference')
const references = z
  .array(reference)
  .max(200)
  .transform((list) => [...new Set(list)].sort())
const line = (most: number) => z.string().trim().max(most, 'too_long')
const number = z.coerce.number('not_positive').int('not_positive').min(1, 'not_positive')
const optionalNumber = z.union([z.literal('').transform(() => null), z.null(), number])

const editedText = z.object({
  body: passage(8000),
  origin: z.enum(
    ['as_printed', 'official', 'unofficial_translation', 'script_conversion', 'editorial'],
    'required',
  ),
  originDetail: z
    .enum(['exact_title_not_printed', 'reported_in_cantonese', 'press'])
    .nullable()
    .default(null),
  checked: z.boolean().default(false),
})
const passages = z.record(z.string(), z.partialRecord(z.enum(languages), editedText))
const citations = z.array(citationInput).max(20)
const announced = z.object({ number: optionalNumber, citations })

/** The facts of a subject of each kind, apart from its texts and citations. */
export const factsInput = {
  project: z.object({
    conference: reference,
    field: reference.nullable(),
    itemised: z.boolean(),
  }),
  document: z.object({
    conference: reference,
    itemised: z.boolean(),
    kind: z
      .enum(
        [
          'memorandum',
          'memorandum_of_understanding',
          'arrangement',
          'letter_of_intent',
          'agreement',
        ],
        'kind_required',
      )
      .nullable(),
    signedOn: day.nullable(),
    counted: z.enum(['yes', 'presumed', 'unclear', 'no'], 'required'),
    fullTextPublished: z.enum(['yes', 'no', 'unknown'], 'required'),
    parties: z
      .array(z.object({ organisation: reference, role: z.enum(['party', 'witness']) }))
      .max(60),
    signatories: z.array(reference).max(20),
    fields: references,
    projects: references,
  }),
  development: z.object({
    date: day,
    namesTheConference: z.boolean(),
    fields: references,
    projects: references,
  }),
  conference: z.object({
    mechanism: reference,
    number,
    heldOn: day,
    chairs: z.array(z.object({ side: z.string().min(1).max(10), person: reference })).max(10),
    announced: z.object({ fields: announced, projects: announced, documents: announced }),
  }),
  field: z.object({ conference: reference, number }),
  organisation: z.object({ side: z.string('required').min(1, 'required').max(10) }),
  person: z.object({}),
  source: z.object({
    publisher: line(200).min(1, 'required'),
    publishedOn: day.nullable(),
    title: line(400)
      .transform((title) => title || null)
      .nullable(),
    kind: z.enum(sourceKinds, 'required'),
    language: z.enum(languages, 'required'),
    url: z
      .url({ protocol: /^https?$/, error: 'not_an_address' })
      .max(2000, 'too_long')
      .nullable(),
  }),
  glossary_term: z.object({
    also: z
      .array(line(100).min(1))
      .max(40)
      .transform((list) => [...new Set(list)]),
  }),
} as const

const common = {
  /** Null for a subject that is to be added. */
  reference: reference.nullable(),
  /** The subject's version that the officer had before them; 0 for a new one. */
  version: z.coerce.number().int().min(0),
  /** By part (`title`, `text`, `statement.note`) and language. A part left out stays as it is. */
  passages,
  citations,
  correction: correctionInput.nullable().default(null),
  replaces: z.string().max(60).nullable().default(null),
}

/** A change of the register as a form or a spreadsheet gives it. */
export const editInput = z.discriminatedUnion(
  'kind',
  editableKinds.map((kind) =>
    z.object({ kind: z.literal(kind), facts: factsInput[kind], ...common }),
  ) as never,
) as unknown as z.ZodType<EditInput>

/**
 * A change of texts alone: facts and citations stay as they are, and so does a language that is left out. An
 * edit of the same subject that its author has waiting for review is carried on and not replaced.
 */
export const textsInput = z.object({
  kind: z.enum(editableKinds),
  reference,
  /** The subject's version that the officer had before them. */
  version: z.coerce.number().int().min(1),
  passages,
})
export type TextsInput = z.infer<typeof textsInput>

type Kinds = keyof typeof factsInput
type Common = z.infer<z.ZodObject<typeof common>>
export type FactsOf<Kind extends Kinds> = z.infer<(typeof factsInput)[Kind]>
export type EditInput = {
  [Kind in Kinds]: { kind: Kind; facts: FactsOf<Kind> } & Common
}[Kinds]

/** What the desk's list of the register is asked for in its address. Bad values are dropped. */
export const registerFilter = z.object({
  kind: z
    .enum([...editableKinds, 'all'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).default('').catch(''),
  show: z.enum(['slots']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).default(1).catch(1),
})
export type RegisterFilter = z.infer<typeof registerFilter>
