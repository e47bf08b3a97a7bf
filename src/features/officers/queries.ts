import 'server-only'
import { database } from '../../server/database/database'
import type { ListedOfficer } from './model'

/** Every officer, by name, the disabled ones too. */
export async function listOfficers(): Promise<ListedOfficer[]> {
  const db = await database()
  const rows = await db.officer.findMany({
    include: { accounts: { where: { providerId: 'credential' } } },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })
  return rows.map(({ id, name, email, role, side, disabledAt, accounts }) => ({
    id,
    name,
    email,
    role,
    side: side === 'SH' ? 'SH' : 'HK',
    disabledAt: disabledAt?.toISOString() ?? null,
    hasPassword: accounts.length > 0,
  }))
}

/** An officer who is not disabled, with the references of their fields; null when there is none. */
export async function findActiveOfficer(id: string) {
  const db = await database()
  const row = await db.officer.findFirst({
    where: { id, disabledAt: null },
    include: { assignments: { include: { field: true } } },
  })
  return (
    row && {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      side: row.side === 'SH' ? ('SH' as const) : ('HK' as const),
      fields: row.assignments.map((assignment) => assignment.field.reference).sort(),
      needsSecondFactor: false,
    }
  )
}
