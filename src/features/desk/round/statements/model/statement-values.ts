import { type FieldProblem, isProblemCode } from '@/components/forms/problems'
import type { City } from '@/features/register/cities/model'
import type { CitationInput } from '@/features/register/sources/input'
import { assertionOf } from '@/features/register/states/model/statements'
import { isStateOf } from '@/features/register/states/model/states'
import { type Language, languages } from '@/i18n/language'
import { type LocalizedText, originalLanguage } from '@/i18n/localized-text'
import type { StatementInput } from '../input/statement'
import type { ItemToState, LiveStatement } from './item'
import { problemsOf } from './rules'

/** The fields of the statement form as they stand, by the names that `fromForm` reads. */
export type StatementValues = Record<string, string>

const parts = ['note', 'reason'] as const
type Part = (typeof parts)[number]

/**
 * The form filled with the live statement, so that a small change is a small edit: as of today, asserted by
 * the officer's own side, or by the editor where that side is not the item's.
 * @param today ISO.
 */
export function valuesOfLive(
  { reference, live }: Pick<ItemToState, 'reference' | 'live'>,
  { city, today }: { city: City; today: string },
): StatementValues {
  const [citation] = live.citations
  return {
    reference,
    version: String(live.version),
    state: live.state,
    asOf: today,
    assertedBy: live.sides.some(({ code }) => code === city.code)
      ? assertionOf(city.code)
      : 'editor',
    original: originalOf(live.note) ?? originalOf(live.reason) ?? city.script,
    ...passagesOf((part, language) => live[part][language]?.body ?? ''),
    'citation.source.kind': 'existing',
    'citation.source.slug': citation?.source.slug ?? '',
    'citation.quote': citation?.quote ?? '',
    'citation.locator': citation?.locator ?? '',
  }
}

/** The form filled with a statement that was submitted: to take it up again. */
export function valuesOfStatement(statement: StatementInput, version: number): StatementValues {
  const { citation } = statement
  const accepted =
    statement.original === 'zh-Hant'
      ? !statement.simplifiedIsConversion
      : !statement.traditionalIsConversion
  return {
    reference: statement.reference,
    version: String(version),
    state: statement.state,
    asOf: statement.asOf,
    assertedBy: statement.assertedBy,
    original: statement.original,
    ...(accepted ? { conversionAccepted: 'on' } : {}),
    ...passagesOf((part, language) => statement[part][language]),
    'citation.source.kind': citation?.source.kind ?? 'none',
    ...(citation ? sourceValues(citation.source) : {}),
    'citation.quote': citation?.quote ?? '',
    'citation.locator': citation?.locator ?? '',
  }
}

function sourceValues(source: CitationInput['source']): StatementValues {
  const { kind: _, ...fields } = source
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`citation.source.${name}`, value]),
  )
}

function passagesOf(body: (part: Part, language: Language) => string): StatementValues {
  return Object.fromEntries(
    parts.flatMap((part) =>
      languages.map((language) => [`${part}.${language}`, body(part, language)]),
    ),
  )
}

/** The script that a passage was written in; null where it holds no Chinese. */
function originalOf(text: LocalizedText): 'zh-Hant' | 'zh-Hans' | null {
  const original = originalLanguage(text)
  return original === 'en' ? null : original
}

/**
 * The values with Simplified left blank where it is still the live conversion and its Traditional original
 * was changed: it is to be converted anew, where no script did so while typing.
 */
export function withConversionLeft(values: StatementValues, live: LiveStatement): StatementValues {
  const untouched = parts.filter((part) => {
    const held = live[part]['zh-Hans']
    return (
      held?.origin === 'script_conversion' &&
      typed(values, part, 'zh-Hans') === held.body &&
      typed(values, part, 'zh-Hant') !== '' &&
      typed(values, part, 'zh-Hant') !== (live[part]['zh-Hant']?.body ?? '')
    )
  })
  return { ...values, ...Object.fromEntries(untouched.map((part) => [`${part}.zh-Hans`, ''])) }
}

/**
 * The passages that stayed as they are published while the Chinese beside them was changed: they may say what
 * does not hold any more.
 */
export function leftBehind(values: StatementValues, live: LiveStatement): FieldProblem[] {
  return parts.flatMap((part) => {
    const changed = languages.filter(
      (language) =>
        typed(values, part, language) !== '' &&
        typed(values, part, language) !== (live[part][language]?.body ?? ''),
    )
    // Improving a translation leaves the original as it is.
    if (changed.every((language) => language === 'en')) return []
    return languages
      .filter((language) => typed(values, part, language) !== '' && !changed.includes(language))
      .map((language) => ({ field: `${part}.${language}`, code: 'not_followed' as const }))
  })
}

function typed(values: StatementValues, part: Part, language: Language): string {
  return (values[`${part}.${language}`] ?? '').replace(/\r\n/g, '\n').trim()
}

/**
 * All that is wrong with what was typed, at once: what the schema found, and of the rules those that the
 * rest of it breaks.
 * @param issues what `submittedStatement` found; none when it took the values.
 * @param today ISO.
 */
export function problemsOfValues(
  values: StatementValues,
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  item: ItemToState,
  today: string,
): FieldProblem[] {
  const found = issues.map(({ path, message }) => ({
    field: path.filter((step) => step !== 'statement').join('.'),
    code: isProblemCode(message) ? message : ('required' as const),
  }))
  const state = values.state ?? ''
  const { live, kind, conferenceDay } = item
  const hasState = isStateOf(kind, state)
  const hasDay = !found.some(({ field }) => field === 'asOf')
  const isCited = values['citation.source.kind'] !== 'none'
  const broken = problemsOf(
    {
      state: hasState ? state : live.state,
      asOf: hasDay ? (values.asOf ?? '') : today,
      reason: {
        'zh-Hant': typed(values, 'reason', 'zh-Hant'),
        'zh-Hans': typed(values, 'reason', 'zh-Hans'),
        en: typed(values, 'reason', 'en'),
      },
      citation: isCited
        ? {
            quote: (values['citation.quote'] ?? '').trim(),
            locator: (values['citation.locator'] ?? '').trim(),
          }
        : null,
    },
    { state: live.state, liveAsOf: live.asOf, conferenceDay },
    today,
    // What is live now may be new to the officer; the conflict will report it.
    {
      isCorrection:
        Boolean(values['correction.revision']) || values.version !== String(live.version),
    },
  )
  const rest = broken.filter(
    ({ field }) =>
      !found.some((problem) => problem.field === field) &&
      (hasState || !['reason.zh-Hant', 'citation.source'].includes(field)),
  )
  return [...found, ...rest]
}
