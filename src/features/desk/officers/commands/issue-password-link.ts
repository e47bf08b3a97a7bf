import 'server-only'
import { pathPrefixes, toLanguage } from '@/i18n/language'
import { issuePasswordToken } from '@/server/authentication/better-auth'
import { database } from '@/server/database/database'
import { environment } from '@/server/environment'
import type { Outcome } from '@/server/outcome'
import type { OfficerKey } from '../input'
import { actOnOfficer, type Manager } from './act-on-officer'

/**
 * A fresh one-time link for an officer who lost theirs or their password; earlier links stop working.
 * Refused: `not_allowed`, `no_such_officer`, `officer_disabled`.
 */
export async function issuePasswordLink(
  actor: Manager,
  key: OfficerKey,
): Promise<
  Outcome<
    { officer: { id: string; name: string; email: string }; link: string },
    { reason: 'not_allowed' | 'no_such_officer' | 'officer_disabled' }
  >
> {
  const outcome = await actOnOfficer(actor, 'officers.link', key, async ({ tx, officer }) => {
    if (officer.disabledAt) return { refused: 'officer_disabled' as const }
    await tx.officerVerification.deleteMany({ where: { value: officer.id } })
    return { detail: {} }
  })
  if (!outcome.ok) return outcome
  const db = await database()
  const officer = await db.officer.findUniqueOrThrow({ where: { id: outcome.officer.id } })
  return { ...outcome, link: await makeLink(officer) }
}

/** The address, in the officer's language, at which they choose a password; good once and for 24 hours. */
export async function makeLink(officer: { email: string; language: string }): Promise<string> {
  const token = await issuePasswordToken(officer.email)
  const prefix = pathPrefixes[toLanguage(officer.language)]
  return `${environment().BASE_URL}${prefix}/desk/password/${token}`
}
