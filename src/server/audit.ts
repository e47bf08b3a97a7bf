import 'server-only'
import type { Prisma } from '../generated/prisma/client'
import { now } from './clock'
import type { Transaction } from './database/database'

/** One act at the desk, done or refused, as the audit trail keeps it. */
export type Act = {
  /** Who acted; null for the command line and for somebody not signed in. */
  officerId: string | null
  /** What was attempted, noun and verb: `progress.submit`. */
  action: string
  /** The item, submission or officer that it concerns. */
  subject: string | null
  outcome: 'done' | 'refused'
  detail?: Prisma.InputJsonObject
}

/**
 * Writes one act to the audit trail. What was done is audited in the transaction that did it; a refusal,
 * which changed nothing, is audited on its own.
 */
export async function recordAct(tx: Transaction, act: Act): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      officerId: act.officerId,
      action: act.action,
      subjectReference: act.subject,
      outcome: act.outcome,
      detail: act.detail ?? {},
    },
  })
}
