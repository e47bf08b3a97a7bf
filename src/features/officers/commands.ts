import 'server-only'
import { recordAct } from '../../server/audit'
import { now } from '../../server/clock'
import { database } from '../../server/database/database'
import { environment } from '../../server/environment'
import type { Outcome } from '../../server/outcome'
import { askAuthentication, issuePasswordToken } from './authentication'
import { emailInput, type NewOfficer, newOfficerInput } from './input'
import { longestPassword, type Officer, type SystemActor, shortestPassword } from './model'
import { mayManageOfficers } from './policy'

type Manager = Officer | SystemActor
type Link = { officer: { id: string; email: string }; link: string }

/**
 * Adds an officer and makes the one-time link (24 hours) with which they choose a password.
 * Refused: `not_allowed`, `invalid_officer`, `officer_exists`.
 */
export async function addOfficer(
  actor: Manager,
  input: NewOfficer,
): Promise<Outcome<Link, { reason: 'not_allowed' | 'invalid_officer' | 'officer_exists' }>> {
  const refuse = refuser(actor, 'officers.add', String(input.email))
  if (!mayManageOfficers(actor)) return refuse('not_allowed')
  const parsed = newOfficerInput.safeParse(input)
  if (!parsed.success) return refuse('invalid_officer')
  const db = await database()
  const { email, name, role, side } = parsed.data
  if (await db.officer.findUnique({ where: { email } })) return refuse('officer_exists')
  const officer = await db.$transaction(async (tx) => {
    const added = await tx.officer.create({
      data: { email, name, role, side },
    })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'officers.add',
      subject: email,
      outcome: 'done',
      detail: { role, side },
    })
    return added
  })
  return {
    ok: true,
    officer: { id: officer.id, email },
    link: await makeLink(officer),
  }
}

/**
 * A fresh one-time link for an officer who lost theirs or their password; earlier links stop working.
 * Refused: `not_allowed`, `no_such_officer`, `officer_disabled`.
 */
export async function issuePasswordLink(
  actor: Manager,
  input: { email: string },
): Promise<Outcome<Link, { reason: 'not_allowed' | 'no_such_officer' | 'officer_disabled' }>> {
  const refuse = refuser(actor, 'officers.link', input.email)
  if (!mayManageOfficers(actor)) return refuse('not_allowed')
  const db = await database()
  const officer = await findByEmail(input.email)
  if (!officer) return refuse('no_such_officer')
  if (officer.disabledAt) return refuse('officer_disabled')
  await db.$transaction(async (tx) => {
    await tx.officerVerification.deleteMany({ where: { value: officer.id } })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'officers.link',
      subject: officer.email,
      outcome: 'done',
    })
  })
  return {
    ok: true,
    officer: { id: officer.id, email: officer.email },
    link: await makeLink(officer),
  }
}

/**
 * Shuts an officer out: their sessions end and their links stop working at once. What they wrote stays.
 * Refused: `not_allowed`, `no_such_officer`, `not_yourself` (the last admin would lock the desk).
 */
export async function disableOfficer(
  actor: Manager,
  input: { email: string },
): Promise<
  Outcome<
    { officer: { id: string } },
    { reason: 'not_allowed' | 'no_such_officer' | 'not_yourself' }
  >
> {
  const refuse = refuser(actor, 'officers.disable', input.email)
  if (!mayManageOfficers(actor)) return refuse('not_allowed')
  const db = await database()
  const officer = await findByEmail(input.email)
  if (!officer) return refuse('no_such_officer')
  if (officer.id === actor.id) return refuse('not_yourself')
  await db.$transaction(async (tx) => {
    await tx.officer.update({
      where: { id: officer.id },
      data: { disabledAt: officer.disabledAt ?? now() },
    })
    await tx.officerSession.deleteMany({ where: { userId: officer.id } })
    await tx.officerVerification.deleteMany({ where: { value: officer.id } })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'officers.disable',
      subject: officer.email,
      outcome: 'done',
    })
  })
  return { ok: true, officer: { id: officer.id } }
}

/**
 * Sets the password that a one-time link allows; the officer's earlier sessions end.
 * Refused: `link_not_valid` (unknown, used or expired), `password_too_short`, `password_too_long`, `too_many_attempts`.
 */
export async function setPassword(input: {
  token: string
  password: string
  address?: string | null
}): Promise<
  Outcome<
    object,
    {
      reason: 'link_not_valid' | 'password_too_short' | 'password_too_long' | 'too_many_attempts'
    }
  >
> {
  const refuse = refuser(null, 'officers.set_password', null)
  if (input.password.length < shortestPassword) return refuse('password_too_short')
  if (input.password.length > longestPassword) return refuse('password_too_long')
  const answer = await askAuthentication(
    '/reset-password',
    { token: input.token, newPassword: input.password },
    input.address ?? null,
  )
  if (answer.status === 429) return refuse('too_many_attempts')
  if (answer.status >= 500) throw new Error('The password could not be set.')
  if (!answer.ok) return refuse('link_not_valid')
  await recordAct(await database(), {
    officerId: null,
    action: 'officers.set_password',
    subject: null,
    outcome: 'done',
  })
  return { ok: true }
}

/**
 * Checks an address and a password and begins a session.
 * @returns the `Set-Cookie` headers of the session. Refused: `wrong_credentials`, the same for an unknown
 *   address, a wrong password and a disabled officer; `too_many_attempts` after five a minute from one address.
 */
export async function signIn(input: {
  email: string
  password: string
  address: string | null
}): Promise<Outcome<{ cookies: string[] }, { reason: 'wrong_credentials' | 'too_many_attempts' }>> {
  const subject = input.email.trim().toLowerCase().slice(0, 254)
  const refuse = refuser(null, 'officers.sign_in', subject)
  const answer = await askAuthentication(
    '/sign-in/email',
    { email: subject, password: input.password },
    input.address,
  )
  if (answer.status === 429) return refuse('too_many_attempts')
  if (answer.status >= 500) throw new Error('The sign-in machinery failed.')
  if (!answer.ok) return refuse('wrong_credentials')
  const officer = await findByEmail(subject)
  await recordAct(await database(), {
    officerId: officer?.id ?? null,
    action: 'officers.sign_in',
    subject,
    outcome: 'done',
  })
  return { ok: true, cookies: answer.headers.getSetCookie() }
}

/** Audits a refusal in a transaction of its own and answers it. */
function refuser(actor: { id: string | null } | null, action: string, subject: string | null) {
  return async <Reason extends string>(reason: Reason): Promise<{ ok: false; reason: Reason }> => {
    await recordAct(await database(), {
      officerId: actor?.id ?? null,
      action,
      subject,
      outcome: 'refused',
      detail: { reason },
    })
    return { ok: false, reason }
  }
}

async function findByEmail(email: string) {
  const parsed = emailInput.safeParse(email)
  if (!parsed.success) return null
  const db = await database()
  return db.officer.findUnique({ where: { email: parsed.data } })
}

async function makeLink(officer: { email: string; side: string }): Promise<string> {
  const token = await issuePasswordToken(officer.email)
  const prefix = officer.side === 'SH' ? '/sc' : '/tc'
  return `${environment().BASE_URL}${prefix}/desk/password/${token}`
}
