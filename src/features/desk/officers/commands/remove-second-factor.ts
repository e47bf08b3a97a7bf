import 'server-only'
import type { OfficerKey } from '../input'
import { actOnOfficer, type Manager } from './act-on-officer'

/**
 * Takes a lost second factor from an officer: the authenticator app, its recovery codes and every passkey.
 * The password stays as it is, and their sessions end. One's own is switched off on the account page, with
 * the password. Refused: `not_allowed`, `no_such_officer`, `not_yourself`, `no_second_factor`.
 */
export function removeSecondFactor(actor: Manager, key: OfficerKey) {
  return actOnOfficer(
    actor,
    'officers.remove_second_factor',
    key,
    async ({ tx, officer, isSelf }) => {
      if (isSelf) return { refused: 'not_yourself' as const }
      const where = { where: { userId: officer.id } }
      const authenticator = officer.twoFactorEnabled
      const passkeys = await tx.passkey.deleteMany({ where: { officerId: officer.id } })
      if (!authenticator && passkeys.count === 0) return { refused: 'no_second_factor' as const }
      await tx.officerTwoFactor.deleteMany(where)
      await tx.officer.update({ where: { id: officer.id }, data: { twoFactorEnabled: false } })
      await tx.officerSession.deleteMany(where)
      await tx.officerVerification.deleteMany({ where: { value: officer.id } })
      return { detail: { authenticator, passkeys: passkeys.count } }
    },
  )
}
