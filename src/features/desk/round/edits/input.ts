import { z } from 'zod'
import type { AnnouncementKind } from '@/features/register/conferences/model/conference'
import { citationInput } from '@/features/register/sources/input'
import {
  type EditableKind,
  editableKinds,
  type Fact,
  factsOf,
} from '@/features/register/subjects/model/kinds'
import type { FactsOf } from '@/features/register/subjects/model/snapshot'
import { monthPattern } from '@/i18n/dates'
import { languages } from '@/i18n/language'
import { originDetails, textOrigins } from '@/i18n/localized-text'
import { passage } from '@/i18n/passage'
import { correctionInput } from '../submissions/input'
import { longestAddress, longestBody } from './model/lengths'

// Messages are keys of `refusals.fields`, which the form translates and sets beside the field.
const day = z.iso.date('not_a_day')
const date = z.union([z.iso.date(), z.string().regex(monthPattern)], 'not_a_date')
const reference = z.string().regex(/^[a-z0-9.-]{1,60}$/, 'no_such_reference')
const references = z
  .array(reference)
  .max(200)
  .transform((list) => [...new Set(list)].sort())
const line = (most: number) => z.string().trim().max(most, 'too_long')
const number = z.coerce.number('not_positive').int('not_positive').min(1, 'not_positive')
const optionalNumber = z.union([z.literal('').transform(() => null), z.null(), number])

const editedText = z.object({
  // How long it may be is a matter of its part.
  body: passage(Number.POSITIVE_INFINITY),
  origin: z.enum(textOrigins, 'required'),
  originDetail: z.enum(originDetails).nullable().default(null),
  checked: z.boolean().default(false),
})
const passages = z
  .record(z.string(), z.partialRecord(z.enum(languages), editedText))
  .superRefine((parts, context) => {
    for (const [part, passage] of Object.entries(parts)) {
      for (const [language, text] of Object.entries(passage)) {
        if (text.body.length <= longestBody(part)) continue
        const path = [part, language, 'body']
        context.addIssue({ code: 'custom', path, message: 'too_long' })
      }
    }
  })
const citations = z.array(citationInput).max(20)
const announced = z.object({ number: optionalNumber, citations })
const city = z.string('required').min(1, 'required').max(10)

/** What a fact that is filled in may be. */
function filled(fact: Fact): z.ZodType {
  switch (fact.type) {
    case 'day':
      return day
    case 'date':
      return date
    case 'number':
      return number
    case 'flag':
      return z.boolean()
    case 'line':
      return fact.optional
        ? line(fact.most).transform((text) => text || null)
        : line(fact.most).min(1, 'required')
    case 'address':
      return z
        .url({ protocol: /^https?$/, error: 'not_an_address' })
        .max(longestAddress, 'too_long')
    case 'words':
      return z
        .array(line(100).min(1))
        .max(40)
        .transform((list) => [...new Set(list)])
    case 'choice':
      return z.enum(fact.options, 'required')
    case 'one':
      return fact.of === 'city' ? city : reference
    case 'many':
      return fact.inOrder ? z.array(reference).max(20) : references
    case 'parties':
      return z
        .array(z.object({ organisation: reference, role: z.enum(['party', 'witness']) }))
        .max(60)
    case 'chairs':
      return z.array(z.object({ side: city, person: reference })).max(10)
    case 'announced':
      return z.object({ fields: announced, projects: announced, documents: announced })
  }
}

/** The facts of a subject of a kind, apart from its texts and citations. */
function factsInput(kind: EditableKind) {
  const schemas = factsOf(kind).map((fact) => {
    const schema = filled(fact)
    // The log leaves a later fact out while it is blank: forms and proposals of before do not say it.
    if (fact.type === 'words') return [fact.name, fact.later ? schema.default([]) : schema]
    if (!fact.optional) return [fact.name, schema]
    return [fact.name, fact.later ? schema.nullable().default(null) : schema.nullable()]
  })
  return z.object(Object.fromEntries(schemas))
}

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

const [firstKind, ...otherKinds] = editableKinds
const editOf = (kind: EditableKind) =>
  z.object({ kind: z.literal(kind), facts: factsInput(kind), ...common })

/** A change of the register as a form or a spreadsheet gives it. Its type and its schemas are of one table. */
export const editInput = z.discriminatedUnion('kind', [
  editOf(firstKind),
  ...otherKinds.map(editOf),
]) as z.ZodType<EditInput>

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

type Common = z.infer<z.ZodObject<typeof common>>

/** The facts of a kind as they arrive: in the log's form, but for citations, whose sources may be new. */
type ArrivingFacts<Kind extends EditableKind> = {
  [Name in keyof FactsOf<Kind>]: Name extends 'announced'
    ? Record<AnnouncementKind, z.infer<typeof announced>>
    : FactsOf<Kind>[Name]
}
export type EditInput = {
  [Kind in EditableKind]: { kind: Kind; facts: ArrivingFacts<Kind> } & Common
}[EditableKind]

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
