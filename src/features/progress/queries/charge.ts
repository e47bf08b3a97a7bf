import 'server-only'
import type { Prisma } from '../../../generated/prisma/client'
import type { Officer } from '../../officers/model'
import { chargeOf } from '../../officers/policy'

/** A condition on projects and the same on documents. */
export type ItemCondition = {
  project: Prisma.ProjectWhereInput
  document: Prisma.DocumentWhereInput
}

/** What is in the officer's charge, as a condition: the items of which `mayUpdate` says yes. */
export function inCharge(officer: Officer): ItemCondition {
  const charge = chargeOf(officer)
  if (charge === 'everything') return { project: {}, document: {} }
  const ofField = { reference: { in: [...charge] } }
  return { project: { field: ofField }, document: { fields: { some: ofField } } }
}
