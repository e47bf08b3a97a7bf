import { z } from 'zod'
import { correctionInput } from '@/features/desk/round/submissions/input'
import {
  citationFrom,
  citationValues,
  correctionFrom,
  type FormValues,
  passageFrom,
  passageValues,
} from '@/features/desk/round/submissions/model/form-fields'
import { rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import { citationInput } from '@/features/register/sources/input'
import { assertionPattern } from '@/features/register/states/model/statements'
import { type ItemState, isStateOf, itemKindOf } from '@/features/register/states/model/states'
import { passageInLanguages } from '@/i18n/passage'
import { longestPassage } from '../model/rules'

/** How the Chinese passages of a statement or view stand to each other. */
const writing = {
  /** The one that the author wrote first: a Shanghai original is Simplified. */
  original: z.enum(['zh-Hant', 'zh-Hans']).default('zh-Hant'),
  /** Whether Simplified beside a Traditional original is OpenCC's, which no person has accepted yet. */
  simplifiedIsConversion: z.boolean().default(false),
  /** The same of Traditional beside a Simplified original. */
  traditionalIsConversion: z.boolean().default(false),
}

/** A status statement as an officer proposes it; also what a submission keeps. */
export const statementInput = z
  .object({
    reference: z.string().regex(/^[a-z0-9.-]{3,40}$/, 'required'),
    state: z.string().min(1, 'required'),
    asOf: z.iso.date('not_a_day'),
    assertedBy: z.string().regex(assertionPattern, 'required'),
    note: passageInLanguages(longestPassage.note),
    reason: passageInLanguages(longestPassage.reason),
    ...writing,
    citations: z.array(citationInput).max(20, 'too_long'),
  })
  .superRefine((statement, context) => {
    if (!isStateOf(itemKindOf(statement.reference), statement.state)) {
      context.addIssue({ code: 'custom', path: ['state'], message: 'required' })
    }
  })
  .transform((statement) => ({ ...statement, state: statement.state as ItemState }))

/** A statement, with the version of the item that the officer had before them, and what it corrects. */
export const submittedStatement = z.object({
  statement: statementInput,
  version: z.coerce.number().int().min(0),
  correction: correctionInput.nullable().default(null),
  /** The returned submission that it takes the place of. */
  replaces: z.string().max(60).nullable().default(null),
})

/** A side's view of a statement that differs from it: what it is, and where it is said. */
export const viewInput = z.object({
  reference: z.string().regex(/^[a-z0-9.-]{3,40}$/, 'required'),
  note: passageInLanguages(longestPassage.note).refine(
    (note) => Object.values(note).some(Boolean),
    {
      path: ['zh-Hant'],
      error: 'required',
    },
  ),
  ...writing,
  citation: citationInput,
})
export type ViewInput = z.infer<typeof viewInput>

export type StatementInput = z.infer<typeof statementInput>
export type SubmittedStatement = z.infer<typeof submittedStatement>

/**
 * A form's fields as `submittedStatement` takes them. A field is named by its path in the statement
 * (`note.zh-Hant`, `citation.source.slug`), so that a problem's path names the field to mark.
 */
export function fromForm(values: Readonly<FormValues>): unknown {
  const read = (name: string) => values[name] ?? ''
  return {
    version: read('version'),
    replaces: read('replaces') || null,
    correction: correctionFrom(values),
    statement: {
      ...passagesFrom(values),
      citations: rowsOf(values, 'citations').map((row) => citationFrom(values, `citations.${row}`)),
      state: read('state'),
      asOf: read('asOf'),
      assertedBy: read('assertedBy'),
      reason: passageFrom(values, 'reason'),
    },
  }
}

/** A form's fields as `viewInput` takes them, by the same names. */
export function viewFromForm(values: Readonly<FormValues>) {
  return { ...passagesFrom(values), citation: citationFrom(values, 'citation') }
}

function passagesFrom(values: Readonly<FormValues>) {
  const isConversion = values.conversionAccepted !== 'on'
  return {
    reference: values.reference ?? '',
    note: passageFrom(values, 'note'),
    original: values.original === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant',
    simplifiedIsConversion: isConversion,
    traditionalIsConversion: isConversion,
  }
}

/** A view as its form shows it again: the other way round. */
export function viewToForm(view: ViewInput): FormValues {
  return { ...passagesToForm(view), ...citationValues('citation', view.citation) }
}

/** The note of a statement or a view as its form shows it again, and how it was written. */
export function passagesToForm(said: Omit<ViewInput, 'citation' | 'reference'>): FormValues {
  const isConversion =
    said.original === 'zh-Hant' ? said.simplifiedIsConversion : said.traditionalIsConversion
  return {
    ...passageValues('note', said.note),
    original: said.original,
    ...(isConversion ? {} : { conversionAccepted: 'on' }),
  }
}

/** A view as a submission keeps it: with the statement that it was written against. */
export const storedView = z.object({ view: viewInput, statementId: z.string() })
