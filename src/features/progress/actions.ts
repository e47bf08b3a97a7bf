'use server'

import { redirect } from 'next/navigation'
import { isLanguage, type Language } from '../../i18n/language'
import { hrefTo } from '../../i18n/navigation'
import { officerForAction } from '../officers/session'
import { proposeTraditional, toSimplified } from '../texts/conversion'
import { publishSubmission } from './commands/publish-submission'
import { returnSubmission } from './commands/return-submission'
import { submitUpdate } from './commands/submit-update'
import { withdrawSubmission } from './commands/withdraw-submission'
import { fromForm, updateInput } from './input'
import { type FieldProblem, type ProblemCode, problemCodes } from './model'
import type { LiveStatement } from './queries'

/** Why an act at the desk was refused: a key of messages `refusals`. */
export type DeskReason =
  | 'invalid'
  | 'conflict'
  | 'no_such_item'
  | 'not_in_charge'
  | 'no_such_source'
  | 'nothing_changed'
  | 'signed_out'
  | 'no_such_submission'
  | 'not_reviewer'
  | 'not_author'
  | 'already_decided'
  | 'reason_required'

/** What the update form shows again: everything typed, and what came of it. */
export type UpdateState = {
  /** Counts the answers, so that the form takes up new values after each. */
  turn: number
  step: 'edit' | 'preview'
  values: Record<string, string>
  problems: FieldProblem[]
  reason: DeskReason | null
  /** The statement that is live instead, after a conflict. */
  conflict: LiveStatement | null
}

/**
 * One submit of the update form. The button pressed says what is wanted: a proposal of the other script,
 * a preview, the form again, or to save.
 */
export async function updateAction(before: UpdateState, form: FormData): Promise<UpdateState> {
  const values = typed(form)
  const intent = values.intent ?? 'save'
  const again: UpdateState = {
    turn: before.turn + 1,
    step: 'edit',
    values,
    problems: [],
    reason: null,
    conflict: null,
  }
  const officer = await officerForAction()
  if (!officer) return { ...again, reason: 'signed_out' }
  if (intent === 'edit') return again
  if (intent.startsWith('propose.')) return { ...again, values: withProposal(values, intent) }
  const parsed = updateInput.safeParse(fromForm(values))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path.filter((step) => step !== 'statement').join('.'),
      code: isProblemCode(message) ? message : ('required' as const),
    }))
    return { ...again, problems, reason: 'invalid' }
  }
  if (intent === 'preview') {
    const filled = withProposal(
      withProposal(values, 'propose.note.zh-Hans', true),
      'propose.reason.zh-Hans',
      true,
    )
    return { ...again, step: 'preview', values: filled }
  }
  const outcome = await submitUpdate(officer, parsed.data)
  if (outcome.ok) {
    redirect(
      hrefTo(languageOf(values), {
        pathname: '/desk/items/[reference]',
        params: { reference: parsed.data.statement.reference },
        query: outcome.published
          ? { saved: 'published', as: String(outcome.revision) }
          : { saved: 'submitted', as: outcome.submission },
      }),
    )
  }
  if (outcome.reason === 'invalid') {
    return { ...again, reason: 'invalid', problems: outcome.problems }
  }
  if (outcome.reason === 'conflict') {
    // Saved again, the form speaks of the version now shown beside it.
    const version = String(outcome.current.version)
    return {
      ...again,
      values: { ...values, version },
      reason: 'conflict',
      conflict: outcome.current,
    }
  }
  return { ...again, reason: outcome.reason }
}

/** What the review form shows again. */
export type ReviewState = { reason: DeskReason | null; typed: string }

/** A decision on a submission: publish, return with a reason, or its author's withdrawal. */
export async function reviewAction(_: ReviewState, form: FormData): Promise<ReviewState> {
  const values = typed(form)
  const answer = (reason: DeskReason) => ({ reason, typed: values.returnReason ?? '' })
  const officer = await officerForAction()
  if (!officer) return answer('signed_out')
  const id = values.id ?? ''
  const language = languageOf(values)
  if (values.intent === 'return') {
    const outcome = await returnSubmission(officer, { id, reason: values.returnReason ?? '' })
    if (!outcome.ok) return answer(outcome.reason)
  } else if (values.intent === 'withdraw') {
    const outcome = await withdrawSubmission(officer, { id })
    if (!outcome.ok) return answer(outcome.reason)
  } else {
    const outcome = await publishSubmission(officer, { id, version: Number(values.version) })
    if (!outcome.ok) return answer(outcome.reason)
  }
  redirect(hrefTo(language, { pathname: '/desk', query: { done: values.intent ?? 'publish' } }))
}

/** The fields of a form as typed; a file, which no desk form asks for, counts as empty. */
function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
    ),
  )
}

/** The values with one passage proposed from the other script; `onlyIfBlank` leaves what is written. */
function withProposal(
  values: Record<string, string>,
  intent: string,
  onlyIfBlank = false,
): Record<string, string> {
  const [, part = '', target] = intent.split('.')
  const field = `${part}.${target}`
  if (onlyIfBlank && values[field]?.trim()) return values
  const from = values[`${part}.${target === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'}`] ?? ''
  if (!from.trim()) return values
  const { simplifiedAccepted: _, ...rest } = values
  const body = target === 'zh-Hans' ? toSimplified(from) : proposeTraditional(from)
  return { ...rest, [field]: body }
}

function isProblemCode(code: string): code is ProblemCode {
  return (problemCodes as readonly string[]).includes(code)
}

function languageOf(values: Record<string, string>): Language {
  const language = values.language ?? ''
  return isLanguage(language) ? language : 'zh-Hant'
}
