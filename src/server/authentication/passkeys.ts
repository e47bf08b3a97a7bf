import 'server-only'
import { createHash } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { now } from '../clock'
import type { Database, Transaction } from '../database/database'
import { relyingParty } from './relying-party'

/** Milliseconds for which a challenge holds, and the browser waits. */
const challengeLifetime = 5 * 60_000

/** The part of a browser's answer that is read here; the library checks the rest. */
const answer = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
})

/** The options for signing in with any passkey of this register, without naming a person. */
export async function challengeForSignIn(db: Database) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: 'required',
    timeout: challengeLifetime,
  })
  await keepChallenge(db, 'sign-in', options.challenge, '')
  return options
}

/** The options for making a passkey of this officer: one that is discoverable and verifies its user. */
export async function challengeForNewPasskey(
  tx: Transaction,
  officer: { id: string; name: string; email: string },
) {
  const known = await tx.passkey.findMany({ where: { officerId: officer.id } })
  const { id, name } = relyingParty()
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: Uint8Array.from(Buffer.from(officer.id)),
    userName: officer.email,
    userDisplayName: officer.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    timeout: challengeLifetime,
  })
  await keepChallenge(tx, 'new', options.challenge, officer.id)
  return options
}

/** The passkey that a browser has just made; null where its answer is not valid. */
export async function acceptNewPasskey(tx: Transaction, officerId: string, response: unknown) {
  const parsed = answer.safeParse(response)
  if (!parsed.success) return null
  const { id, origin } = relyingParty()
  const verified = await verifyRegistrationResponse({
    response: parsed.data as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(tx, 'new', challenge, officerId),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => null)
  return verified?.verified ? verified.registrationInfo.credential : null
}

/**
 * The passkey with which a browser has answered the challenge of a sign-in, with its counter advanced; null
 * where it is unknown, the answer is wrong, or the challenge was not ours, is used or is five minutes old.
 */
export async function acceptAssertion(db: Database, response: unknown) {
  const parsed = answer.safeParse(response)
  if (!parsed.success) return null
  const passkey = await db.passkey.findUnique({ where: { credentialId: parsed.data.id } })
  if (!passkey) return null
  const { id, origin } = relyingParty()
  const verified = await verifyAuthenticationResponse({
    response: parsed.data as unknown as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(db, 'sign-in', challenge, ''),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  // Conditional on the counter that was compared: of two answers with the same one, one is a copy.
  const { count } = await db.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter: verified.authenticationInfo.newCounter, lastUsedAt: now() },
  })
  return count === 1 ? passkey : null
}

type Purpose = 'new' | 'sign-in'

async function keepChallenge(
  tx: Transaction,
  purpose: Purpose,
  challenge: string,
  officerId: string,
): Promise<void> {
  const at = now()
  await tx.officerVerification.deleteMany({
    where: { identifier: { startsWith: 'passkey:' }, expiresAt: { lt: at } },
  })
  await tx.officerVerification.create({
    data: {
      identifier: identifierOf(purpose, challenge),
      value: officerId,
      expiresAt: new Date(at.getTime() + challengeLifetime),
    },
  })
}

/** Whether the challenge was ours, for this purpose and officer, and is still valid. Asking uses it up. */
async function takeChallenge(
  tx: Transaction,
  purpose: Purpose,
  challenge: string,
  officerId: string,
): Promise<boolean> {
  const { count } = await tx.officerVerification.deleteMany({
    where: {
      identifier: identifierOf(purpose, challenge),
      value: officerId,
      expiresAt: { gt: now() },
    },
  })
  return count === 1
}

function identifierOf(purpose: Purpose, challenge: string): string {
  return `passkey:${purpose}:${createHash('sha256').update(challenge).digest('base64url')}`
}
