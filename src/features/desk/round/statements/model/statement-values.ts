import { type FieldProblem, problemsIn } from '@/components/forms/problems'
import {
  citationValues,
  type FormValues,
  passageFrom,
  passageValues,
} from '@/features/desk/round/submissions/model/form-fields'
import { rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import type { City } from '@/features/register/cities/model'
import type { CitationInput } from '@/features/register/sources/input'
import { type HeldSource, heldUnder } from '@/features/register/sources/model'
import { assertionOf } from '@/features/register/states/model/statements'
import { isStateOf } from '@/features/register/states/model/states'
import { type Language, languages } from '@/i18n/language'
import { bodiesOf, type LocalizedText, originalLanguage } from '@/i18n/localized-text'
import { passagesToForm, type StatementInput } from '../input/statement'
import type { ItemToState, LiveStatement } from './item'
import { assertionsFor, type Cited, problemsOf } from './rules'
import { citedLive, sourcesOf } from './standing'

const parts = ['note', 'reason'] as const
type Part = (typeof parts)[number]

/**
 * The form filled with the live statement, so that a small change is a small edit: its day, who says so and all that
 * it rests on stay unless they are touched. Where nothing is said yet it is as of today. Where the officer cannot
 * say so as the live statement does, they say so as their own side, else as the register's editor or the press.
 * @param today ISO.
 */
export function valuesOfLive(
  { reference, live }: Pick<ItemToState, 'reference' | 'live'>,
  { city, today, isRegisterEditor }: { city: City; today: string; isRegisterEditor: boolean },
): FormValues {
  const assertions = assertionsFor(
    { side: city.code, isRegisterEditor },
    { sides: live.sides.map(({ code }) => code), assertedBy: live.assertedBy },
  )
  const preferred = [live.assertedBy, assertionOf(city.code), 'editor', 'press']
  return {
    reference,
    version: String(live.version),
    state: live.state,
    asOf: live.asOf ?? today,
    assertedBy: preferred.find((one) => one !== null && assertions.includes(one)) ?? '',
    original: originalOf(live.note) ?? originalOf(live.reason) ?? city.script,
    ...passageValues('note', bodiesOf(live.note)),
    ...passageValues('reason', bodiesOf(live.reason)),
    ...valuesOfCitations(
      live.citations.map(({ source, quote, locator }) => ({
        source: { kind: 'existing', slug: source.slug },
        quote: quote ?? '',
        locator: locator ?? '',
      })),
    ),
  }
}

function valuesOfCitations(citations: readonly CitationInput[]): FormValues {
  return Object.assign(
    {},
    ...citations.map((citation, row) => citationValues(`citations.${row}`, citation)),
  )
}

/** The form filled with a statement that was submitted: to take it up again. */
export function valuesOfStatement(statement: StatementInput, version: number): FormValues {
  const { reference, state, asOf, assertedBy } = statement
  return {
    ...passagesToForm(statement),
    ...valuesOfCitations(statement.citations),
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

/** A row of citations as the rules look at it. */
function citedTyped(
  values: FormValues,
  row: number,
  held: readonly Pick<HeldSource, 'slug' | 'url'>[],
): Cited {
  const read = (name: string) => values[`citations.${row}.${name}`] ?? ''
  const source =
    read('source.kind') === 'new'
      ? (heldUnder(read('source.url'), held)?.slug ?? '')
      : read('source.slug')
  return { source, quote: read('quote'), locator: read('locator') }
}

/** The values with the quote and the place taken out of citations whose source was exchanged for another. */
export function withoutForeignQuotes(
  values: FormValues,
  problems: readonly FieldProblem[],
): FormValues {
  const foreign = problems.filter(({ code }) => code === 'quote_of_another')
  const emptied = foreign.flatMap(({ field }) => [
    [field, ''],
    [field.replace(/quote$/, 'locator'), ''],
  ])
  return { ...values, ...Object.fromEntries(emptied) }
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
  const tidy = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.trim()]),
  )
  const broken = problemsOf(
    {
      state: hasState ? state : live.state,
      asOf: hasDay ? (values.asOf ?? '') : today,
      reason: passageFrom(tidy, 'reason'),
      citations: rowsOf(tidy, 'citations').map((row) => citedTyped(tidy, row, sourcesOf(live))),
    },
    { state: live.state, liveAsOf: live.asOf, liveCited: citedLive(live), conferenceDay },
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
      (hasState || !['reason.zh-Hant', 'citations'].includes(field)),
  )
  return [...found, ...rest]
}
