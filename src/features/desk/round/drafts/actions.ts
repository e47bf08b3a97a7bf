'use server'

import { redirect } from 'next/navigation'
import { officerForAction } from '@/features/desk/officers/session'
import { now } from '@/server/clock'
import { typedFields } from '@/server/http/form'
import type { Outcome } from '@/server/outcome'
import { discardDraft, saveDraft } from './commands'

/** Keeps a draft while an officer types. Answers the ISO time at which it was kept, or why it was not. */
export async function saveDraftAction(
  key: string,
  baseVersion: number,
  form: FormData,
): Promise<Outcome<{ savedAt: string }, { reason: 'signed_out' | 'not_allowed' | 'invalid' }>> {
  const officer = await officerForAction()
  if (!officer) return { ok: false, reason: 'signed_out' }
  const { intent: _, language: __, ...values } = typedFields(form)
  return saveDraft(officer, { key, baseVersion, values })
}

/**
 * Deletes a draft and shows the form again. `back` is a path of the desk; `as` is added to it with a new
 * value each time, so that a form keyed by it does not keep showing the deleted draft.
 */
export async function discardDraftAction(form: FormData): Promise<void> {
  const values = typedFields(form)
  const officer = await officerForAction()
  if (officer) await discardDraft(officer, values.key ?? '')
  const back = values.back ?? ''
  redirect(/^\/(tc|sc|en)\/desk[\w./-]*$/.test(back) ? `${back}?as=${now().getTime()}` : '/')
}
