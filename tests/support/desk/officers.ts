import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { type Officer, type OfficerRole, systemActor } from '@/features/desk/officers/model'
import { officerById } from '@/features/desk/officers/session'
import type { Side } from '@/features/register/cities/model'
import type { Database } from '@/server/database/database'

let made = 0

/** A new officer of the database under test, in charge of some fields or, without any, of everything. */
export async function newOfficer(
  role: OfficerRole,
  { side = 'HK', fields = [], db }: { side?: Side; fields?: string[]; db?: Database } = {},
): Promise<Officer> {
  made += 1
  const email = `${role}-${side}-${made}@example.org`.toLowerCase()
  const added = await addOfficer(systemActor, { email, name: `${role} ${made}`, role, side })
  if (!added.ok) throw new Error(`The officer was refused: ${added.reason}`)
  if (db) {
    for (const reference of fields) {
      const field = await db.field.findUniqueOrThrow({ where: { reference } })
      await db.assignment.create({ data: { officerId: added.officer.id, fieldId: field.id } })
    }
  }
  const found = await officerById(added.officer.id)
  if (!found) throw new Error('The officer was not added.')
  return found
}

/** Who submits, and who publishes it. */
export const editorAndReviewer = async () =>
  [await newOfficer('editor'), await newOfficer('reviewer')] as const
