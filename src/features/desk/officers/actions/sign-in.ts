'use server'

import { redirect } from 'next/navigation'
import type { Reason, RefusedState } from '@/components/forms/outcome'
import { hrefTo } from '@/i18n/navigation'
import { languageOf } from '@/server/http/form'
import { setPassword } from '../commands/set-password'
import { signIn } from '../commands/sign-in'
import { signInByCode } from '../commands/sign-in-by-code'
import { beginPasskeySignIn, signInByPasskey } from '../commands/sign-in-by-passkey'
import { passwordInput, passwordRefusal, signInInput } from '../input'
import { deskPath } from '../model'
import { browser, endSession, isFromHere, keepSession } from '../session'

/** What the sign-in form shows again: why it was refused, and the address typed. */
export type SignInState = {
  reason: Reason | null
  email: string
}

/** Signs in and goes on to the page that was asked for, or to the second step. */
export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '')
  if (!(await isFromHere('officers.sign_in'))) return { reason: 'not_same_origin', email }
  const parsed = signInInput.safeParse({ email, password: form.get('password') })
  if (!parsed.success) return { reason: 'wrong_credentials', email }
  const outcome = await signIn(parsed.data, await browser())
  if (!outcome.ok) return { reason: outcome.reason, email }
  await keepSession(outcome.cookies)
  if (!outcome.asksForCode) redirect(nextOf(form))
  redirect(hrefTo(languageOf(form), { pathname: '/desk/sign-in/code', query: nextQuery(form) }))
}

/** The second step: a code, or a recovery code, and on to the page that was asked for; or back to the first. */
export async function signInByCodeAction(_: RefusedState, form: FormData): Promise<RefusedState> {
  if (!(await isFromHere('officers.sign_in'))) return { reason: 'not_same_origin' }
  const outcome = await signInByCode({ code: String(form.get('code') ?? '') }, await browser())
  if (!outcome.ok) {
    const { reason } = outcome
    if (reason !== 'challenge_expired') return { reason }
    const query = { done: 'expired', ...nextQuery(form) }
    redirect(hrefTo(languageOf(form), { pathname: '/desk/sign-in', query }))
  }
  await keepSession(outcome.cookies)
  redirect(nextOf(form))
}

/** What the browser is to answer with a passkey. */
export async function beginPasskeySignInAction() {
  if (!(await isFromHere('officers.sign_in'))) {
    return { ok: false as const, reason: 'not_same_origin' as const }
  }
  return beginPasskeySignIn(await browser())
}

/** Signs in by what the browser answered with a passkey, and goes on to the page that was asked for. */
export async function signInByPasskeyAction(response: unknown, form: FormData) {
  if (!(await isFromHere('officers.sign_in'))) {
    return { ok: false as const, reason: 'not_same_origin' as const }
  }
  const outcome = await signInByPasskey({ response }, await browser())
  if (!outcome.ok) return outcome
  await keepSession(outcome.cookies)
  redirect(nextOf(form))
}

/** Signs out. */
export async function signOutAction(form: FormData): Promise<void> {
  if (await isFromHere('officers.sign_out')) await endSession()
  redirect(hrefTo(languageOf(form), '/desk/sign-in'))
}

/** Sets the password that a one-time link allows and goes on to sign-in. */
export async function choosePasswordAction(_: RefusedState, form: FormData): Promise<RefusedState> {
  if (!(await isFromHere('officers.set_password'))) return { reason: 'not_same_origin' }
  const parsed = passwordInput.safeParse(Object.fromEntries(form))
  if (!parsed.success) return { reason: passwordRefusal(parsed.error) ?? 'link_not_valid' }
  const outcome = await setPassword(parsed.data, await browser())
  if (!outcome.ok) return { reason: outcome.reason }
  redirect(hrefTo(languageOf(form), { pathname: '/desk/sign-in', query: { done: 'password' } }))
}

/** The page that was asked for before the sign-in, else the desk. */
function nextOf(form: FormData): string {
  return deskPath(String(form.get('next') ?? '')) ?? hrefTo(languageOf(form), '/desk')
}

/** The same for the address of a step in between. */
function nextQuery(form: FormData): { next?: string } {
  const next = deskPath(String(form.get('next') ?? ''))
  return next ? { next } : {}
}
