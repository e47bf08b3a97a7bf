'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { submissionPage } from '@/features/desk/frame/model'
import { officerForAction } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { findNextToReview } from '../submissions/queries/list-submissions'
import { answerForSide } from './commands/answer-for-side'
import { approveSubmission } from './commands/approve-submission'
import { cancelRelease, moveRelease } from './commands/change-release'
import { publishSubmission } from './commands/publish-submission'
import { returnSubmission } from './commands/return-submission'
import { withdrawSubmission } from './commands/withdraw-submission'

/** Why a decision was refused: a key of messages `refusals`. */
export type ReviewReason =
  | 'signed_out'
  | 'reason_required'
  | 'no_such_submission'
  | 'not_reviewer'
  | 'not_author'
  | 'already_decided'
  | 'not_other_side'
  | 'other_side_first'
  | 'approver_gone'
  | 'conflict'
  | 'invalid'
  | 'no_such_source'
  | 'nothing_changed'
  | 'no_such_release'
  | 'not_a_time'
  | 'past_time'
  | 'title_required'
  | 'title_too_long'
  | 'reason_too_long'

/** What the review form shows again: why it was refused, and what was typed. */
export type ReviewState = { reason: ReviewReason | null; values: Record<string, string> }

/**
 * A decision on a submission: publish, approve for a release, return with a reason, the other side's yes, or its
 * author's withdrawal.
 * A reviewer is led to the submission that waits next, as long as one does.
 */
export async function reviewAction(_: ReviewState, form: FormData): Promise<ReviewState> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  if (!officer) return { reason: 'signed_out', values }
  const intent = values.intent ?? 'publish'
  const outcome = await decide(officer, intent, values)
  if (!outcome.ok) {
    // What is live has changed, or who decided: the page shows it as it is now.
    if (outcome.reason === 'conflict' || outcome.reason === 'already_decided') refresh()
    return { reason: outcome.reason, values }
  }
  const waits = 'revision' in outcome && outcome.revision === null
  const query = { done: waits && intent === 'publish' ? 'waits' : intent }
  const next =
    intent === 'withdraw' || intent === 'agree'
      ? null
      : (await findNextToReview(officer, values.id ?? '')).id
  const page = next ? submissionPage(next) : ({ pathname: '/desk' } as const)
  redirect(hrefTo(languageOf(values), { ...page, query }))
}

function decide(
  officer: Parameters<typeof publishSubmission>[0],
  intent: string,
  values: Record<string, string>,
) {
  const id = values.id ?? ''
  const version = Number(values.version)
  switch (intent) {
    case 'return':
      return returnSubmission(officer, { id, reason: values.returnReason ?? '' })
    case 'agree':
      return answerForSide(officer, { id })
    case 'withdraw':
      return withdrawSubmission(officer, { id })
    case 'approve': {
      const release = values.releaseId
        ? { releaseId: values.releaseId }
        : { at: values['release.at'] ?? '', title: values['release.title'] ?? '' }
      return approveSubmission(officer, { id, version, release })
    }
    default:
      return publishSubmission(officer, { id, version })
  }
}

/** Calls a planned release off, or moves it. */
export async function releaseAction(_: ReviewState, form: FormData): Promise<ReviewState> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  if (!officer) return { reason: 'signed_out', values }
  const id = values.id ?? ''
  const outcome =
    values.intent === 'cancel'
      ? await cancelRelease(officer, { id })
      : await moveRelease(officer, {
          id,
          at: values['release.at'] ?? '',
          title: values['release.title'] ?? '',
        })
  if (!outcome.ok) return { reason: outcome.reason, values }
  const query = { done: values.intent ?? '' }
  redirect(hrefTo(languageOf(values), { pathname: '/desk/releases', query }))
}
