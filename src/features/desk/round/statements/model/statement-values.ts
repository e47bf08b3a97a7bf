import { type FieldProblem, problemsIn } from '@/components/forms/problems'
import {
  citationFrom,
  citationValues,
  type FormValues,
  passageFrom,
  passageValues,
} from '@/features/desk/round/submissions/model/form-fields'
import type { City } from '@/features/register/cities/model'
import { assertionOf } from '@/features/register/states/model/statements'
import { isStateOf } from '@/features/register/states/model/states'
import { type Language, languages } from '@/i18n/language'
import { bodiesOf, type LocalizedText, originalLanguage } from '@/i18n/localized-text'
import { type StatementInput, viewToForm } from '../input/statement'
import type { ItemToState, LiveStatement } from './item'
import { problemsOf } from './rules'

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
): FormValues {
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
    ...passageValues('note', bodiesOf(live.note)),
    ...passageValues('reason', bodiesOf(live.reason)),
    ...citationValues('citation', {
      source: { kind: 'existing', slug: citation?.source.slug ?? '' },
      quote: citation?.quote ?? '',
      locator: citation?.locator ?? '',
    }),
  }
}

/** The form filled with a statement that was submitted: to take it up again. */
export function valuesOfStatement(statement: StatementInput, version: number): FormValues {
  const { reference, state, asOf, assertedBy } = statement
  return {
    ...viewToForm(statement),
    ...passageValues('reason', statement.reason),
    reference,
    version: String(version),
    state,
    asOf,
    assertedBy,
  }
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
export function withConversionLeft(values: FormValues, live: LiveStatement): FormValues {
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
export function leftBehind(values: FormValues, live: LiveStatement): FieldProblem[] {
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

function typed(values: FormValues, part: Part, language: Language): string {
  return (values[`${part}.${language}`] ?? '').replace(/\r\n/g, '\n').trim()
}

/**
 * All that is wrong with what was typed, at once: what the schema found, and of the rules those that the
 * rest of it breaks.
 * @param issues what `submittedStatement` found; none when it took the values.
 * @param today ISO.
 */
export function problemsOfValues(
  values: FormValues,
  issues: Parameters<typeof problemsIn>[0],
  item: ItemToState,
  today: string,
): FieldProblem[] {
  const found = problemsIn(issues, (path) => path.replace(/^statement\./, ''))
  const state = values.state ?? ''
  const { live, kind, conferenceDay } = item
  const hasState = isStateOf(kind, state)
  const hasDay = !found.some(({ field }) => field === 'asOf')
  const isCited = values['citation.source.kind'] !== 'none'
  const tidy = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.trim()]),
  )
  const broken = problemsOf(
    {
      state: hasState ? state : live.state,
      asOf: hasDay ? (values.asOf ?? '') : today,
      reason: passageFrom(tidy, 'reason'),
      citation: isCited ? citationFrom(tidy, 'citation') : null,
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
