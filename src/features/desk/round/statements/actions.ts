'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type FieldProblem, problemsIn } from '@/components/forms/problems'
import { itemPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { officerForAction } from '@/features/desk/officers/session'
import { heldSource } from '@/features/register/sources/queries'
import { convertTo } from '@/i18n/conversion'
import { hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'
import { languageOf, typedFields } from '@/server/http/form'
import { saveDraft } from '../drafts/commands'
import { answerIn, draftedIn, type FoundDraft } from '../drafts/model'
import { findMovedDraft } from '../drafts/queries'
import type { FormValues } from '../submissions/model/form-fields'
import { compacted, rowsOf, withoutRow } from '../submissions/model/form-rows'
import { confirmStatement } from './commands/confirm-statement'
import { submitStatement } from './commands/submit-statement'
import { submitView } from './commands/submit-view'
import { withdrawWord } from './commands/withdraw-word'
import { fromForm, submittedStatement, viewFromForm, viewInput } from './input/statement'
import type { ItemToState, LiveStatement } from './model/item'
import {
  leftBehind,
  problemsOfValues,
  withConversionLeft,
  withoutForeignQuotes,
} from './model/statement-values'
import { findItemToState } from './queries/items'

/** Why a statement was refused: a key of messages `refusals`. */
export type DeskReason =
  | 'invalid'
  | 'conflict'
  | 'no_such_item'
  | 'not_in_charge'
  | 'no_such_source'
  | 'no_such_revision'
  | 'nothing_changed'
  | 'signed_out'
  | 'not_allowed'

/** What the statement form shows again: everything typed, and the result. */
export type StatementFormState = {
  /** Counts the answers, so that the form takes up new values after each. */
  turn: number
  step: 'edit' | 'preview'
  values: FormValues
  /** The citation that was asked for, which is shown though it is blank. */
  at: string | null
  problems: FieldProblem[]
  reason: DeskReason | null
  /** The statement that is live instead, after a conflict. */
  conflict: LiveStatement | null
  /** What another window has kept in this form's draft, which nothing may overwrite unseen. */
  other: FoundDraft | null
}

/**
 * One submit of the statement form. The button pressed says what is wanted: a proposal of the other script, a
 * preview, the form again, to keep a draft, or to submit.
 */
export async function statementAction(
  before: StatementFormState,
  form: FormData,
): Promise<StatementFormState> {
  const { intent = 'save', ...typed } = typedFields(form)
  const values = tidied(typed)
  const again: StatementFormState = {
    turn: before.turn + 1,
    step: 'edit',
    values,
    at: null,
    problems: [],
    reason: null,
    conflict: null,
    other: null,
  }
  const officer = await officerForAction(form)
  if (!officer) return { ...again, reason: 'signed_out' }
  if (intent === 'edit') return again
  if (/^(add|remove):/.test(intent)) return { ...again, ...withRows(values, intent) }
  if (intent.startsWith('propose.')) return { ...again, values: withProposal(values, intent) }
  const asked = answerIn(intent)
  if (asked?.answer === 'take') redirect(itemAddress(values, { as: asked.version }))
  if (asked) return keepDraft(officer, again, [asked.version])
  if (intent === 'draft') return keepDraft(officer, again)
  const item = await findItemToState(values.reference ?? '')
  if (!item) return { ...again, reason: 'no_such_item' }
  return intent === 'preview' ? preview(again, item) : save(officer, again, item)
}

/** The values without blank citations; one that is to be of a new source is asked for, where it is the only one. */
function tidied(typed: FormValues): FormValues {
  const values = compacted(typed)
  const isAsked = typed['citations.0.source.kind'] === 'new'
  if (rowsOf(values, 'citations').length > 0 || !isAsked) return values
  const asked = Object.entries(typed).filter(([name]) => name.startsWith('citations.0.'))
  return { ...values, ...Object.fromEntries(asked) }
}

/**
 * Keeps what was typed by the button and shows the form anew, which says so.
 * @param chosenOver the version of the draft that the officer has seen beside it, and does not want.
 */
async function keepDraft(
  officer: Officer,
  again: StatementFormState,
  chosenOver?: string[],
): Promise<StatementFormState> {
  const { seen, values } = draftedIn(again.values)
  const outcome = await saveDraft(officer, {
    key: draftKeyOf(values),
    baseVersion: values.version,
    values,
    seen: chosenOver ?? seen,
  })
  if (outcome.ok) redirect(itemAddress(again.values, { saved: 'draft', as: outcome.version }))
  return outcome.reason === 'draft_moved'
    ? { ...again, other: outcome.other }
    : { ...again, reason: outcome.reason }
}

function draftKeyOf(values: FormValues): string {
  return `statement:${values.reference ?? ''}`
}

/** The statement as it would read, once nothing is wrong with it. */
async function preview(again: StatementFormState, item: ItemToState): Promise<StatementFormState> {
  const { values, problems } = await examine(again.values, item)
  if (problems.length > 0) return { ...again, values, problems, reason: 'invalid' }
  const filled = (['note', 'reason'] as const).reduce(
    (so, part) => withProposal(so, `propose.${part}.zh-Hans`, true),
    values,
  )
  return {
    ...again,
    step: 'preview',
    values: filled,
    problems: leftBehind(filled, item.live),
  }
}

async function save(
  officer: Officer,
  again: StatementFormState,
  item: ItemToState,
): Promise<StatementFormState> {
  const draft = draftedIn(again.values)
  const other = await findMovedDraft(officer, draftKeyOf(again.values), draft)
  if (other) return { ...again, other }
  const { values, problems, parsed } = await examine(again.values, item)
  // Text left behind is not checked against a version that the officer has not seen: that is a conflict.
  const isSeen = values.leftBehindSeen || values.version !== String(item.live.version)
  const behind = isSeen ? [] : leftBehind(values, item.live)
  if (!parsed.success || behind.length > 0 || problems.some(({ code }) => code === 'source_held')) {
    const seen = behind.length > 0 ? { leftBehindSeen: 'yes' } : {}
    return {
      ...again,
      values: { ...values, ...seen },
      problems: [...problems, ...behind],
      reason: 'invalid',
    }
  }
  const outcome = await submitStatement(officer, parsed.data, draft.seen)
  if (outcome.ok) {
    redirect(itemAddress(values, { saved: 'submitted', as: outcome.submission }))
  }
  if (outcome.reason === 'invalid') {
    return { ...again, values, reason: 'invalid', problems: outcome.problems }
  }
  if (outcome.reason === 'conflict') {
    // Submitted again, the form refers to the version now shown beside it.
    const version = String(outcome.current.version)
    return {
      ...again,
      values: { ...values, version },
      reason: 'conflict',
      conflict: outcome.current,
    }
  }
  return { ...again, values, reason: outcome.reason }
}

/** All that is wrong with the values, and the values with what the register knows already taken up. */
async function examine(typed: FormValues, item: ItemToState) {
  const values = { ...withConversionLeft(typed, item.live) }
  const problems: FieldProblem[] = []
  for (const row of rowsOf(values, 'citations')) {
    const place = `citations.${row}`
    const url = values[`${place}.source.kind`] === 'new' && values[`${place}.source.url`]
    const held = url ? await heldSource(url) : null
    if (!held) continue
    values[`${place}.source.kind`] = 'existing'
    values[`${place}.source.slug`] = held
    problems.push({ field: `${place}.source.url`, code: 'source_held' })
  }
  const parsed = submittedStatement.safeParse(fromForm(values))
  const issues = parsed.success ? [] : parsed.error.issues
  problems.push(...problemsOfValues(values, issues, item, hongKongDay(now())))
  return { values: withoutForeignQuotes(values, problems), problems, parsed }
}

/** The values with a citation more, or less. */
function withRows(values: FormValues, intent: string): Pick<StatementFormState, 'values' | 'at'> {
  const [verb, path = '', row] = intent.split(':')
  if (verb === 'remove') return { values: withoutRow(values, path, Number(row)), at: null }
  return { values, at: `${path}.${(rowsOf(values, path).at(-1) ?? -1) + 1}` }
}

/** What the form of a differing view shows again. */
export type ViewState = Pick<StatementFormState, 'turn' | 'values' | 'problems'> & {
  reason: DeskReason | 'no_statement' | null
}

/** One submit of the form of a side's differing view: a proposal of the other script, or to submit. */
export async function viewAction(before: ViewState, form: FormData): Promise<ViewState> {
  const values = typedFields(form)
  const intent = values.intent ?? ''
  const again: ViewState = { turn: before.turn + 1, values, problems: [], reason: null }
  const officer = await officerForAction(form)
  if (!officer) return { ...again, reason: 'signed_out' }
  if (intent.startsWith('propose.')) return { ...again, values: withProposal(values, intent) }
  const parsed = viewInput.safeParse(viewFromForm(values))
  if (!parsed.success) {
    const problems = problemsIn(parsed.error.issues)
    return { ...again, problems, reason: 'invalid' }
  }
  const outcome = await submitView(officer, {
    view: parsed.data,
    statementId: values.statementId ?? '',
    version: Number(values.version),
    replaces: values.replaces || null,
  })
  if (!outcome.ok) {
    const problems = outcome.reason === 'invalid' ? outcome.problems : []
    return { ...again, problems, reason: outcome.reason }
  }
  redirect(itemAddress(values, { saved: 'submitted', as: outcome.submission }))
}

/** Why a word for one's side was refused; null before it is said. */
export type WordState = { reason: 'signed_out' | WordReason | null }
type WordReason = Extract<
  Awaited<ReturnType<typeof confirmStatement | typeof withdrawWord>>,
  { ok: false }
>['reason']

/** Confirms the statement that the officer has before them for their side, or takes back what the side said of it. */
export async function wordAction(_: WordState, form: FormData): Promise<WordState> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  if (!officer) return { reason: 'signed_out' }
  const isWithdrawn = values.say === 'withdraw'
  const outcome = await (isWithdrawn ? withdrawWord : confirmStatement)(officer, {
    reference: values.reference ?? '',
    statementId: values.statementId ?? '',
  })
  if (outcome.ok) {
    redirect(itemAddress(values, { saved: isWithdrawn ? 'withdrawn' : 'confirmed' }))
  }
  // The page is rendered again, because another statement is live or another officer was first.
  if (['conflict', 'already_confirmed', 'nothing_said'].includes(outcome.reason)) refresh()
  return { reason: outcome.reason }
}

function itemAddress(values: Record<string, string>, query: Record<string, string>): string {
  return hrefTo(languageOf(values), { ...itemPage(values.reference ?? ''), query })
}

/** The values with one passage proposed from the other script; `onlyIfBlank` leaves what is written. */
function withProposal(values: FormValues, intent: string, onlyIfBlank = false): FormValues {
  const [, part = '', target] = intent.split('.')
  const field = `${part}.${target}`
  if (onlyIfBlank && values[field]?.trim()) return values
  const from = values[`${part}.${target === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'}`] ?? ''
  if (!from.trim()) return values
  const { conversionAccepted: _, ...rest } = values
  return { ...rest, [field]: convertTo(target === 'zh-Hans' ? target : 'zh-Hant', from) }
}
