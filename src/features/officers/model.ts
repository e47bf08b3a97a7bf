/** What an officer may do at the desk, from the least to the most. */
export const officerRoles = ['viewer', 'editor', 'reviewer', 'admin'] as const
export type OfficerRole = (typeof officerRoles)[number]

/** The side of the co-operation that an officer works for. */
export const sides = ['HK', 'SH'] as const
export type Side = (typeof sides)[number]

declare const minted: unique symbol

/**
 * A person signed in at the desk. Only the session makes one (session.ts), so that a command that is
 * given one knows who acts.
 */
export type Officer = {
  readonly [minted]: true
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: OfficerRole
  readonly side: Side
  /** References of the fields in the officer's charge. */
  readonly fields: readonly string[]
  /** Whether the role asks for a second factor that this officer has not set up: nothing may be done until then. */
  readonly needsSecondFactor: boolean
}

/** The command line of the machine itself: whoever can run it owns the register. */
export type SystemActor = { readonly id: null; readonly role: 'system' }
export const systemActor: SystemActor = { id: null, role: 'system' }

/** The least characters of a password. */
export const shortestPassword = 12
/** The most characters of a password. */
export const longestPassword = 128

/** An officer in the list of officers. Times are ISO. */
export type ListedOfficer = {
  id: string
  name: string
  email: string
  role: OfficerRole
  side: Side
  disabledAt: string | null
  /** Whether a password has been set. */
  hasPassword: boolean
}
