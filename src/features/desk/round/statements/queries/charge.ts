import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { chargeOf } from '@/features/desk/officers/policy'
import type { Prisma } from '@/generated/prisma/client'

/** A condition on projects and the same on documents. */
export type ItemCondition = {
  project: Prisma.ProjectWhereInput
  document: Prisma.DocumentWhereInput
}

/** What is in the officer's charge, as a condition: the items of which `mayState` says yes. */
export function inCharge(officer: Officer): ItemCondition {
  const charge = chargeOf(officer)
  if (charge === 'everything') return { project: {}, document: {} }
  const ofField = { reference: { in: [...charge] } }
  return { project: { field: ofField }, document: { fields: { some: ofField } } }
}
