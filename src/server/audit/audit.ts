import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { now } from '../clock'
import type { Transaction } from '../database/database'
import { newId } from '../database/new-id'

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

/** How many refusals of one act the trail takes in a minute from people who are not signed in. */
const strangersInAMinute = 30

/**
 * Writes one act to the audit trail. What was done is audited in the transaction that did it; a refusal,
 * which changed nothing, is audited on its own.
 */
export async function recordAct(tx: Transaction, act: Act): Promise<void> {
  await recordActs(tx, [act])
}

/** As `recordAct`, of many acts at once: thousands as quickly as one. */
export async function recordActs(tx: Transaction, acts: readonly Act[]): Promise<void> {
  const rows = acts.map(({ detail, ...act }) => ({ id: newId(), ...act, detail: detail ?? {} }))
  await tx.$executeRaw`
    insert into "AuditEntry" ("id", "at", "officerId", "action", "subjectReference", "outcome", "detail")
    select "id", ${now()}::timestamptz, "officerId", "action", "subject", "outcome"::"AuditOutcome", "detail"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as act("id" text, "officerId" text,
      "action" text, "subject" text, "outcome" text, "detail" jsonb)`
}

/**
 * Audits the refusal of somebody who is not signed in. Repeated attempts must not fill the trail: after
 * thirty of an act within a minute nothing more is written, and the thirtieth says so.
 */
export async function recordRefusalOfStranger(
  tx: Transaction,
  act: Pick<Act, 'action' | 'subject' | 'detail'>,
): Promise<void> {
  const written = await tx.auditEntry.count({
    where: {
      action: act.action,
      officerId: null,
      outcome: 'refused',
      at: { gt: new Date(now().getTime() - 60_000) },
    },
  })
  if (written >= strangersInAMinute) return
  const isLast = written === strangersInAMinute - 1
  await recordAct(tx, {
    ...act,
    officerId: null,
    outcome: 'refused',
    detail: { ...act.detail, ...(isLast ? { furtherOmitted: true } : {}) },
  })
}
