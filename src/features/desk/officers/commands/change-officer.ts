import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type OfficerChange, type OfficerKey, officerChange } from '../input'
import { actOnOfficer, type Manager } from './act-on-officer'
import { fieldIds } from './add-officer'

/**
 * Changes an officer's name, role, side, language or fields in charge; what is left out stays. It holds
 * from their next request. The audit trail keeps what it was and what it is.
 * Refused: `not_allowed`, `no_such_officer`, `invalid_officer`, `no_such_field`; `not_yourself` and
 * `last_admin` for a role.
 */
export function changeOfficer(actor: Manager, key: OfficerKey, input: OfficerChange) {
  return actOnOfficer(
    actor,
    'officers.change',
    key,
    async ({ tx, officer, isSelf, isLastAdmin }) => {
      const parsed = officerChange.safeParse(input)
      if (!parsed.success) return { refused: 'invalid_officer' as const }
      const { fields, ...rest } = parsed.data
      const columns = differing(officer, rest)
      const isOfCity = !rest.side || (await tx.city.count({ where: { code: rest.side } })) > 0
      if (!isOfCity) return { refused: 'invalid_officer' as const }
      if (columns.after.role && isSelf) return { refused: 'not_yourself' as const }
      if (columns.after.role && isLastAdmin) return { refused: 'last_admin' as const }
      const ids = fields && (await fieldIds(tx, fields))
      if (ids === null) return { refused: 'no_such_field' as const }
      const [had, has] = [
        officer.assignments.map(({ field }) => field.reference).sort(),
        fields && [...new Set(fields)].sort(),
      ]
      const otherFields = has && had.join() !== has.join() ? { had, has } : null
      if (Object.keys(columns.after).length === 0 && !otherFields) return null
      await tx.officer.update({ where: { id: officer.id }, data: columns.after })
      if (otherFields) {
        await tx.assignment.deleteMany({ where: { officerId: officer.id } })
        await tx.assignment.createMany({
          data: (ids ?? []).map((fieldId) => ({ officerId: officer.id, fieldId })),
        })
      }
      const before = { ...columns.before, ...(otherFields ? { fields: otherFields.had } : {}) }
      const after = { ...columns.after, ...(otherFields ? { fields: otherFields.has } : {}) }
      return { detail: { before, after } }
    },
  )
}

type Columns = Omit<(typeof officerChange)['_output'], 'fields'>

/** The columns that are given and differ from what is held, before and after. */
function differing(
  held: Record<keyof Columns, string>,
  given: Columns,
): { before: Prisma.InputJsonObject; after: Partial<NonNullableColumns> } {
  const names = (['name', 'role', 'side', 'language'] as const).filter(
    (name) => given[name] !== undefined && given[name] !== held[name],
  )
  return {
    before: Object.fromEntries(names.map((name) => [name, held[name]])),
    after: Object.fromEntries(names.map((name) => [name, given[name]])),
  }
}
type NonNullableColumns = { [Name in keyof Columns]-?: NonNullable<Columns[Name]> }
