import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayConfirm } from '@/features/desk/officers/policy'
import { signed } from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import type { Outcome } from '@/server/outcome'
import { confirmed } from '../model/item'
import { currentStatementId } from '../queries/current-statement'
import { findItemToState } from '../queries/items'

/**
 * Confirms a published statement for the officer's side. It is public at once: the statement itself has been
 * reviewed, and the one who confirms is not its author.
 *
 * Refused: `no_such_item`, `not_in_charge` (or one's own statement), `no_statement`, `conflict` (another
 * statement is live than the officer saw), `already_confirmed`; audited.
 */
export async function confirmStatement(
  actor: Officer,
  input: { reference: string; statementId: string },
): Promise<
  Outcome<
    { revision: number },
    {
      reason: 'no_such_item' | 'not_in_charge' | 'no_statement' | 'conflict' | 'already_confirmed'
    }
  >
> {
  const action = 'progress.confirm'
  const refuse = refuser(actor, action, input.reference)
  const item = await findItemToState(input.reference)
  if (!item) return refuse({ reason: 'no_such_item' })
  const { statementId } = item.live
  if (!mayConfirm(actor, confirmed(item))) {
    return refuse({ reason: 'not_in_charge' })
  }
  if (!statementId) return refuse({ reason: 'no_statement' })
  const db = await database()
  const outcome = await db.$transaction(async (tx) => {
    await holdLog(tx)
    const live = await currentStatementId(tx, item.kind, item.reference)
    if (live !== input.statementId) return 'conflict' as const
    const last = await tx.confirmation.findFirst({
      where: { statementId: input.statementId, side: actor.side },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    if (last?.stance === 'confirms') return 'already_confirmed' as const
    await tx.confirmation.create({
      data: {
        statementId: input.statementId,
        side: actor.side,
        stance: 'confirms',
        officerId: actor.id,
        at: now(),
      },
    })
    const revision = await recordRevision(tx, {
      kind: item.kind,
      reference: item.reference,
      action: 'confirmed',
      actor: signed(actor),
      citations: [],
    })
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: item.reference,
      outcome: 'done',
      detail: { revision },
    })
    return revision ?? 0
  })
  if (typeof outcome === 'string') return refuse({ reason: outcome })
  return { ok: true, revision: outcome }
}
