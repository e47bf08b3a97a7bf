'use server'

import { redirect } from 'next/navigation'
import type { RefusedState } from '@/components/forms/outcome'
import { hrefTo } from '@/i18n/navigation'
import { languageOf } from '@/server/http/form'
import { changePreferences } from '../commands/change-preferences'
import { endOtherSessions, endOwnSession } from '../commands/end-own-sessions'
import { changeOwnPassword } from '../commands/set-password'
import { passwordChange, passwordRefusal, preferencesInput } from '../input'
import { browser, currentSessionId, keepSession, officerForAction } from '../session'

/** Ends one of one's own sessions, or all others. */
export async function endSessionAction(form: FormData): Promise<void> {
  const [language, officer] = [languageOf(form), await officerForAction()]
  if (!officer) redirect(hrefTo(language, '/desk/sign-in'))
  const [id, keep] = [String(form.get('id') ?? ''), await currentSessionId()]
  if (form.get('which') === 'others') await endOtherSessions(officer, { keep })
  else await endOwnSession(officer, { id })
  redirect(hrefTo(language, { pathname: '/desk/account', query: { done: 'sessions' } }))
}

/** Changes one's own password. */
export async function changePasswordAction(_: RefusedState, form: FormData): Promise<RefusedState> {
  const officer = await officerForAction()
  if (!officer) return { reason: 'signed_out' }
  const parsed = passwordChange.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { reason: passwordRefusal(parsed.error) ?? 'wrong_password' }
  const outcome = await changeOwnPassword(officer, parsed.data, await browser())
  if (!outcome.ok) return { reason: outcome.reason }
  await keepSession(outcome.cookies)
  redirect(hrefTo(languageOf(form), { pathname: '/desk/account', query: { done: 'password' } }))
}

/** Changes one's own language and mails, and shows the account in the language chosen. */
export async function changePreferencesAction(form: FormData): Promise<void> {
  const [language, officer] = [languageOf(form), await officerForAction()]
  if (!officer) redirect(hrefTo(language, '/desk/sign-in'))
  const parsed = preferencesInput.safeParse({
    language: form.get('officerLanguage'),
    mailReturned: form.has('mailReturned'),
    mailReview: form.has('mailReview'),
    mailDigest: form.has('mailDigest'),
  })
  const outcome = parsed.success ? await changePreferences(officer, parsed.data) : null
  const query = outcome?.ok ? { done: 'preferences' } : undefined
  redirect(hrefTo(language, query ? { pathname: '/desk/account', query } : '/desk/account'))
}
