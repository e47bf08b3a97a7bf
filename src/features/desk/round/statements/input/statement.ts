import { z } from 'zod'
import { correctionInput } from '@/features/desk/round/submissions/input'
import { correctionFrom } from '@/features/desk/round/submissions/model/correction'
import { citationInput } from '@/features/register/sources/input'
import { assertionPattern } from '@/features/register/states/model/statements'
import { type ItemState, isStateOf, itemKindOf } from '@/features/register/states/model/states'
import { languages } from '@/i18n/language'
import { passage } from '@/i18n/passage'

// Messages are keys of `refusals.fields`, which the form translates and sets beside the field.
const inThreeLanguages = (most: number) =>
  z.object({
    'zh-Hant': passage(most).default(''),
    'zh-Hans': passage(most).default(''),
    en: passage(most).default(''),
  })

/** How the Chinese passages of a statement or view stand to each other. */
const writing = {
  /** The one that the author wrote first: a Shanghai original is Simplified. */
  original: z.enum(['zh-Hant', 'zh-Hans']).default('zh-Hant'),
  /** Whether Simplified beside a Traditional original is OpenCC's, which no person has accepted yet. */
  simplifiedIsConversion: z.boolean().default(false),
  /** The same of Traditional beside a Simplified original. */
  traditionalIsConversion: z.boolean().default(false),
}

const day = z.iso.date('not_a_day')
/** A status statement as an officer proposes it; also what a submission keeps. */
export const statementInput = z
  .object({
    reference: z.string().regex(/^[a-z0-9.-]{3,40}$/, 'required'),
    state: z.string().min(1, 'required'),
    asOf: day,
    assertedBy: z.string().regex(assertionPattern, 'required'),
    note: inThreeLanguages(2000),
    reason: inThreeLanguages(1000),
    ...writing,
    citation: citationInput.nullable(),
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
  note: inThreeLanguages(2000).refine((note) => Object.values(note).some(Boolean), {
    path: ['zh-Hant'],
    error: 'required',
  }),
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
export function fromForm(values: Values): unknown {
  const read = (name: string) => values[name] ?? ''
  return {
    version: read('version'),
    replaces: read('replaces') || null,
    correction: correctionFrom(values),
    statement: {
      reference: read('reference'),
      state: read('state'),
      asOf: read('asOf'),
      assertedBy: read('assertedBy'),
      note: passageOf(values, 'note'),
      reason: passageOf(values, 'reason'),
      ...writingOf(values),
      citation: citationOf(values),
    },
  }
}

/** A form's fields as `viewInput` takes them, by the same names. */
export function viewFromForm(values: Values): unknown {
  return {
    reference: values.reference ?? '',
    note: passageOf(values, 'note'),
    ...writingOf(values),
    citation: citationOf(values),
  }
}

/** A view as its form shows it again: the other way round. */
export function viewToForm(view: ViewInput): Values {
  const { note, original, citation } = view
  const { source, quote, locator } = citation
  const isConversion =
    original === 'zh-Hant' ? view.simplifiedIsConversion : view.traditionalIsConversion
  return {
    ...Object.fromEntries(languages.map((language) => [`note.${language}`, note[language]])),
    original,
    ...Object.fromEntries(
      Object.entries(source).map(([name, value]) => [`citation.source.${name}`, value]),
    ),
    'citation.quote': quote,
    'citation.locator': locator,
    ...(isConversion ? {} : { conversionAccepted: 'on' }),
  }
}

type Values = Readonly<Record<string, string>>

function passageOf(values: Values, part: string) {
  return Object.fromEntries(
    languages.map((language) => [language, values[`${part}.${language}`] ?? '']),
  )
}

function writingOf(values: Values) {
  const isConversion = values.conversionAccepted !== 'on'
  return {
    original: values.original === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant',
    simplifiedIsConversion: isConversion,
    traditionalIsConversion: isConversion,
  }
}

/** The one citation that a form takes; null where none is chosen. */
function citationOf(values: Values) {
  const sourceField = (name: string) => values[`citation.source.${name}`] ?? ''
  const kind = sourceField('kind')
  if (kind !== 'existing' && kind !== 'new') return null
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
    source,
    quote: values['citation.quote'] ?? '',
    locator: values['citation.locator'] ?? '',
  }
}

/** A view as a submission keeps it: with the statement that it was written against. */
export const storedView = z.object({ view: viewInput, statementId: z.string() })
