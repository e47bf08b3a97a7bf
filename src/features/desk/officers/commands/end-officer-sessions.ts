import 'server-only'
import type { OfficerKey } from '../input'
import { actOnOfficer, type Manager } from './act-on-officer'

/** Signs an officer out everywhere, at once. Refused: `not_allowed`, `no_such_officer`. */
export function endOfficerSessions(actor: Manager, key: OfficerKey) {
  return actOnOfficer(actor, 'officers.end_sessions', key, async ({ tx, officer }) => {
    const { count } = await tx.officerSession.deleteMany({ where: { userId: officer.id } })
    return { detail: { sessions: count } }
  })
}
