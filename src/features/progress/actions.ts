'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { hrefTo } from '../../i18n/navigation'
import { languageOf, typedFields } from '../../server/form'
import { officerForAction } from '../officers/session'
import { proposeTraditional, toSimplified } from '../texts/conversion'
import { confirmStatement } from './commands/confirm-statement'
import { submitUpdate } from './commands/submit-update'
import { submitView } from './commands/submit-view'
import { fromForm, updateInput, viewFromForm, viewInput } from './input'
import { type FieldProblem, isProblemCode } from './model'
import type { LiveStatement } from './queries'

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
  const values = typedFields(form)
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
    redirect(itemAddress(values, { saved: 'submitted', as: outcome.submission }))
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

/** What the form of a differing view shows again. */
export type ViewState = Pick<UpdateState, 'turn' | 'values' | 'problems'> & {
  reason: DeskReason | 'no_statement' | null
}

/** One submit of the form of a side's differing view: a proposal of the other script, or to submit. */
export async function viewAction(before: ViewState, form: FormData): Promise<ViewState> {
  const values = typedFields(form)
  const intent = values.intent ?? ''
  const again: ViewState = { turn: before.turn + 1, values, problems: [], reason: null }
  const officer = await officerForAction()
  if (!officer) return { ...again, reason: 'signed_out' }
  if (intent.startsWith('propose.')) return { ...again, values: withProposal(values, intent) }
  const parsed = viewInput.safeParse(viewFromForm(values))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const field = path.join('.')
      if (field === 'citation') {
        return { field: 'citation.source', code: 'citation_required' as const }
      }
      return { field, code: isProblemCode(message) ? message : ('required' as const) }
    })
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

/** Why a confirmation was refused; null before it is asked for. */
export type ConfirmState = {
  reason: 'signed_out' | ConfirmReason | null
}
type ConfirmReason = Extract<Awaited<ReturnType<typeof confirmStatement>>, { ok: false }>['reason']

/** Says for the officer's side that the statement which they have before them holds. */
export async function confirmAction(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const values = typedFields(form)
  const officer = await officerForAction()
  if (!officer) return { reason: 'signed_out' }
  const outcome = await confirmStatement(officer, {
    reference: values.reference ?? '',
    statementId: values.statementId ?? '',
  })
  if (outcome.ok) redirect(itemAddress(values, { saved: 'confirmed' }))
  // Another statement is live, or another officer was first: the page shows it as it is now.
  if (outcome.reason === 'conflict' || outcome.reason === 'already_confirmed') refresh()
  return { reason: outcome.reason }
}

function itemAddress(values: Record<string, string>, query: Record<string, string>): string {
  return hrefTo(languageOf(values), {
    pathname: '/desk/items/[reference]',
    params: { reference: values.reference ?? '' },
    query,
  })
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
