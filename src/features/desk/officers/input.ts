import { z } from 'zod'
import { sidePattern } from '@/features/register/cities/model'
import { languages } from '@/i18n/language'
import { longestPassword, shortestPassword } from '@/server/authentication/password'
import { officerRoles } from './model'

/** An officer's address, compared in lower case. */
export const emailInput = z.email().max(254).toLowerCase()

const fieldReferences = z.array(z.string().max(40)).max(500)

/** What it takes to add an officer. Without a language, that of their city; without fields, none in charge. */
export const newOfficerInput = z.object({
  email: emailInput,
  name: z.string().trim().min(1).max(100),
  role: z.enum(officerRoles),
  side: z.string().regex(sidePattern),
  language: z.enum(languages).optional(),
  fields: fieldReferences.optional(),
})
export type NewOfficer = z.input<typeof newOfficerInput>

/** What an administrator may change of an officer; what is left out stays. */
export const officerChange = z.object({
  name: newOfficerInput.shape.name.optional(),
  role: newOfficerInput.shape.role.optional(),
  side: newOfficerInput.shape.side.optional(),
  language: newOfficerInput.shape.language,
  fields: fieldReferences.optional(),
})
export type OfficerChange = z.input<typeof officerChange>

/** Which officer an administrator means: by the desk's own id, or by address on the command line. */
export type OfficerKey = { id: string } | { email: string }

/** What is typed to sign in. */
export const signInInput = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(longestPassword),
})

const newPassword = {
  password: z
    .string()
    .min(shortestPassword, 'password_too_short')
    .max(longestPassword, 'password_too_long'),
  again: z.string(),
}
const isTypedTwiceAlike = (value: { password: string; again: string }) =>
  value.password === value.again

/** What is typed to choose a password by a one-time link, twice. */
export const passwordInput = z
  .object({ token: z.string().min(1).max(100), ...newPassword })
  .refine(isTypedTwiceAlike, { path: ['again'], error: 'passwords_differ' })

/** What is typed to change one's own password. */
export const passwordChange = z
  .object({ current: z.string().max(1000), ...newPassword })
  .refine(isTypedTwiceAlike, { path: ['again'], error: 'passwords_differ' })

/** What is wrong with the new password itself; null where something else is. */
export function passwordRefusal({ issues: [first] }: z.ZodError) {
  const reasons = ['password_too_short', 'password_too_long', 'passwords_differ'] as const
  return reasons.find((reason) => reason === first?.message) ?? null
}

/** A code of an authenticator app, or a recovery code (`Abc12-dEf34`), as people type them: with spaces, in full-width digits, without the hyphen. */
export const codeInput = z
  .string()
  .max(100)
  .transform((code) =>
    code
      .normalize('NFKC')
      .replace(/[\s\u2010-\u2015]/g, '')
      .replace(/^([A-Za-z0-9]{5})([A-Za-z0-9]{5})$/, '$1-$2'),
  )

/** Whether it looks like an authenticator app's code; a recovery code does not. */
export function isAuthenticatorCode(code: string): boolean {
  return /^\d{6}$/.test(code)
}

/** What an authenticator app is to be told: by its camera, or typed. */
export const pendingApp = z.object({
  /** The secret, in groups of four. */
  secret: z.string().max(100),
  /** The `otpauth:` address, for an app on this same device. */
  uri: z.string().startsWith('otpauth://totp/').max(1000),
  /** The code to scan: modules to a side, and the path of an SVG that draws the dark ones. */
  picture: z.object({ size: z.number().int().max(200), path: z.string().max(40_000) }),
})
export type PendingApp = z.infer<typeof pendingApp>

/** The switches and the language of an officer's own account. */
export const preferencesInput = z.object({
  language: z.enum(languages),
  mailReturned: z.boolean(),
  mailReview: z.boolean(),
  mailDigest: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesInput>

/** What an officer calls a passkey. */
export const passkeyName = z.string().trim().min(1).max(60)
