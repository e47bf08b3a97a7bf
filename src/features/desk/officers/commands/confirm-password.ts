import 'server-only'
import { askAuthentication, refusalOf } from '@/server/authentication/ask'
import type { Browser } from '@/server/authentication/browser'

/** Why the password, asked for again, does not allow what follows. */
export type PasswordRefused = 'wrong_password' | 'too_many_attempts' | 'signed_out'

/** Whether the signed-in officer of this browser knows the password; null where they do. */
export async function confirmPassword(
  password: string,
  browser: Browser,
): Promise<PasswordRefused | null> {
  return passwordRefusal(
    await refusalOf(await askAuthentication('/confirm-password', { password }, browser)),
  )
}

/** What a refusal of better-auth means where it asked for the password; null for none. */
export function passwordRefusal(refusal: string | null): PasswordRefused | null {
  if (refusal === null || refusal === 'too_many_attempts') return refusal
  return refusal === 'UNAUTHORIZED' ? 'signed_out' : 'wrong_password'
}
