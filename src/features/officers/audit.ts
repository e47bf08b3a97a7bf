import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import { now } from '../../server/clock'
import type { Transaction } from '../../server/database/database'
import { type Actor, isSystem } from './model'

/** One act at the desk, or on the command line. */
export type Act = {
  actor: Actor | null
  /** What was attempted, as the command's name says it: `submit_update`. */
  action: string
  subjectReference?: string | null
  outcome: 'done' | 'refused'
  /** What an administrator needs to understand it: the reason of a refusal, the state asked for. Never a secret. */
  detail?: Prisma.InputJsonObject
}

/** Writes one line of the audit trail: in the transaction of what it tells of, or on its own for a refusal. */
export async function recordAct(tx: Transaction, act: Act): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      officerId: act.actor && !isSystem(act.actor) ? act.actor.id : null,
      action: act.action,
      subjectReference: act.subjectReference ?? null,
      outcome: act.outcome,
      detail: act.detail ?? {},
    },
  })
}
