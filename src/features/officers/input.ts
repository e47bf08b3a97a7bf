import { z } from 'zod'
import { longestPassword, officerRoles, shortestPassword, sides } from './model'

/** An officer's address, compared in lower case. */
export const emailInput = z.email().max(254).toLowerCase()

/** What it takes to add an officer. */
export const newOfficerInput = z.object({
  email: emailInput,
  name: z.string().trim().min(1).max(100),
  role: z.enum(officerRoles),
  side: z.enum(sides),
})
export type NewOfficer = z.input<typeof newOfficerInput>

/** What is typed to sign in. */
export const signInInput = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(longestPassword),
})

/** What is typed to choose a password, twice. */
export const passwordInput = z
  .object({
    token: z.string().min(1).max(100),
    password: z.string().min(shortestPassword, 'too_short').max(longestPassword, 'too_long'),
    again: z.string(),
  })
  .refine((value) => value.password === value.again, {
    path: ['again'],
    error: 'not_the_same',
  })
