'use server'

import { redirect } from 'next/navigation'
import { isLanguage, type Language } from '../../i18n/language'
import { hrefTo } from '../../i18n/navigation'
import { setPassword, signIn } from './commands'
import { passwordInput, signInInput } from './input'
import { clientAddress, deskPath, endSession, isSameOrigin, keepSession } from './session'

/** What the sign-in form shows again: why it was refused, and the address typed. */
export type SignInState = {
  reason: 'wrong_credentials' | 'too_many_attempts' | 'not_same_origin' | null
  email: string
}

/** Signs in and goes on to the page that was asked for. */
export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '')
  if (!(await isSameOrigin())) return { reason: 'not_same_origin', email }
  const parsed = signInInput.safeParse({
    email,
    password: form.get('password'),
  })
  if (!parsed.success) return { reason: 'wrong_credentials', email }
  const outcome = await signIn({
    ...parsed.data,
    address: await clientAddress(),
  })
  if (!outcome.ok) return { reason: outcome.reason, email }
  await keepSession(outcome.cookies)
  redirect(deskPath(String(form.get('next') ?? '')) ?? hrefTo(languageOf(form), '/desk'))
}

/** Signs out. */
export async function signOutAction(form: FormData): Promise<void> {
  if (await isSameOrigin()) await endSession()
  redirect(hrefTo(languageOf(form), '/desk/sign-in'))
}

/** What the password form shows again. */
export type PasswordState = {
  reason:
    | 'link_not_valid'
    | 'password_too_short'
    | 'password_too_long'
    | 'passwords_differ'
    | 'too_many_attempts'
    | 'not_same_origin'
    | null
}

/** Sets the password that a one-time link allows and goes on to sign-in. */
export async function choosePasswordAction(
  _: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  if (!(await isSameOrigin())) return { reason: 'not_same_origin' }
  const parsed = passwordInput.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const code = parsed.error.issues[0]?.message
    if (code === 'too_short') return { reason: 'password_too_short' }
    if (code === 'too_long') return { reason: 'password_too_long' }
    return {
      reason: code === 'not_the_same' ? 'passwords_differ' : 'link_not_valid',
    }
  }
  const { token, password } = parsed.data
  const outcome = await setPassword({
    token,
    password,
    address: await clientAddress(),
  })
  if (!outcome.ok) return { reason: outcome.reason }
  redirect(
    hrefTo(languageOf(form), {
      pathname: '/desk/sign-in',
      query: { done: 'password' },
    }),
  )
}

function languageOf(form: FormData): Language {
  const language = String(form.get('language') ?? '')
  return isLanguage(language) ? language : 'zh-Hant'
}
