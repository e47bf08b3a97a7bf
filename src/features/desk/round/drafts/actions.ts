'use server'

import { redirect } from 'next/navigation'
import { discardPage } from '@/features/desk/frame/model'
import { officerForAction } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'
import { languageOf, typedFields } from '@/server/http/form'
import type { Outcome } from '@/server/outcome'
import { discardDraft, saveDraft } from './commands'
import { deskPath, draftedIn } from './model'

/** Why a draft was not kept while an officer typed; `movedAt` is when another window kept its own. */
type NotKept =
  | { reason: 'signed_out' | 'not_allowed' | 'invalid' }
  | { reason: 'draft_moved'; movedAt: string }

/**
 * Keeps a draft while an officer types. Answers the ISO time at which it was kept, or why it was not.
 * @param draft which one it is, and which version of it this is to be.
 */
export async function saveDraftAction(
  draft: { key: string; baseVersion: number; version: string },
  form: FormData,
): Promise<Outcome<{ savedAt: string; version: string }, NotKept>> {
  const officer = await officerForAction()
  if (!officer) return { ok: false, reason: 'signed_out' }
  const outcome = await saveDraft(officer, { ...draft, ...draftedIn(typedFields(form)) })
  return outcome.ok || outcome.reason !== 'draft_moved'
    ? outcome
    : { ok: false, reason: outcome.reason, movedAt: outcome.other.updatedAt }
}

/**
 * Deletes a draft and shows the page that it was asked on. `as` is added to its path with a new value each
 * time, so that a form keyed by it does not keep showing the deleted draft. Where another window has changed
 * the draft since the question, it is asked again.
 */
export async function discardDraftAction(form: FormData): Promise<void> {
  const { key = '', version = '', ...values } = typedFields(form)
  const officer = await officerForAction()
  const back = deskPath(values.back) ?? '/'
  const isGone = !officer || (await discardDraft(officer, { key, version }))
  redirect(
    isGone ? `${back}?as=${now().getTime()}` : hrefTo(languageOf(values), discardPage(key, back)),
  )
}
