import 'server-only'
import { now } from '@/server/clock'
import type { OfficerKey } from '../input'
import { actOnOfficer, type Manager } from './act-on-officer'

/**
 * Shuts an officer out: their sessions end and their links stop working at once. What they wrote stays.
 * Refused: `not_allowed`, `no_such_officer`, `not_yourself`, `last_admin`.
 */
export function disableOfficer(actor: Manager, key: OfficerKey) {
  return actOnOfficer(
    actor,
    'officers.disable',
    key,
    async ({ tx, officer, isSelf, isLastAdmin }) => {
      if (isSelf) return { refused: 'not_yourself' as const }
      if (isLastAdmin) return { refused: 'last_admin' as const }
      await tx.officer.update({
        where: { id: officer.id },
        data: { disabledAt: officer.disabledAt ?? now() },
      })
      await tx.officerSession.deleteMany({ where: { userId: officer.id } })
      await tx.officerVerification.deleteMany({ where: { value: officer.id } })
      return { detail: {} }
    },
  )
}

/**
 * Lets an officer sign in again, with the password and second factor they had.
 * Refused: `not_allowed`, `no_such_officer`.
 */
export function enableOfficer(actor: Manager, key: OfficerKey) {
  return actOnOfficer(actor, 'officers.enable', key, async ({ tx, officer }) => {
    if (!officer.disabledAt) return null
    await tx.officer.update({ where: { id: officer.id }, data: { disabledAt: null } })
    return { detail: {} }
  })
}
