import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { emailInput, type OfficerKey } from '../input'
import type { Officer, SystemActor } from '../model'
import { mayManageOfficers } from '../policy'

/** Who may manage officers: an administrator at the desk, or the command line. */
export type Manager = Officer | SystemActor

type Row = Prisma.OfficerGetPayload<{ include: { assignments: { include: { field: true } } } }>
type Known = { id: string; name: string; email: string }

/** What an administrator is about to do, as the work of `actOnOfficer` sees it. */
export type Managed = {
  tx: Transaction
  officer: Row
  /** Whether the officer is the actor. */
  isSelf: boolean
  /** Whether no active administrator would be left without the officer. */
  isLastAdmin: boolean
}

/**
 * One act of an administrator on one officer: authorised, done and audited in one transaction. Acts on
 * officers run one at a time, so that two administrators who take the role from each other cannot leave the
 * desk without one: the second is refused, being an administrator no longer.
 * @param work does it; returns details for the audit trail, a reason to refuse before anything is written, or
 *   null where nothing changes.
 */
export async function actOnOfficer<Reason extends string = never>(
  actor: Manager,
  action: string,
  key: OfficerKey,
  work: (
    managed: Managed,
  ) => Promise<{ refused: Reason } | { detail: Prisma.InputJsonObject } | null>,
): Promise<Outcome<{ officer: Known }, { reason: 'not_allowed' | 'no_such_officer' | Reason }>> {
  const refuse = refuser(
    actor,
    action,
    'id' in key ? key.id : key.email.trim().toLowerCase().slice(0, 254),
  )
  if (!mayManageOfficers(actor)) return refuse({ reason: 'not_allowed' })
  const db = await database()
  const done = await db.$transaction(async (tx) => {
    const admins = await lockAdministrators(tx)
    if (actor.id !== null && !admins.includes(actor.id)) return { refused: 'not_allowed' as const }
    const officer = await findByKey(tx, key)
    if (!officer) return { refused: 'no_such_officer' as const }
    const answer = await work({
      tx,
      officer,
      isSelf: officer.id === actor.id,
      isLastAdmin: admins.includes(officer.id) && admins.length === 1,
    })
    const { id, name, email } = officer
    if (answer && 'refused' in answer) return { ...answer, subject: email }
    if (answer) {
      await recordAct(tx, {
        officerId: actor.id,
        action,
        subject: email,
        outcome: 'done',
        detail: answer.detail,
      })
    }
    return { officer: { id, name, email } }
  })
  if ('officer' in done) return { ok: true, officer: done.officer }
  if (!('subject' in done)) return refuse({ reason: done.refused })
  return refuser(actor, action, done.subject)({ reason: done.refused })
}

/** The ids of the active administrators, held until the transaction ends. */
async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Officer" WHERE "role" = 'admin' AND "disabledAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`
  return rows.map(({ id }) => id)
}

function findByKey(tx: Transaction, key: OfficerKey): Promise<Row | null> {
  const email = 'email' in key ? emailInput.safeParse(key.email.trim()) : null
  if (email && !email.success) return Promise.resolve(null)
  return tx.officer.findUnique({
    where: email ? { email: email.data } : { id: 'id' in key ? key.id : '' },
    include: { assignments: { include: { field: true } } },
  })
}
