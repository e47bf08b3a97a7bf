import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { signed } from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import type { RevisionAction } from '@/features/register/log/model'
import type { Stance } from '@/features/register/states/model/statements'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import type { Outcome } from '@/server/outcome'
import type { ItemToState } from '../model/item'
import { currentStatementId } from '../queries/current-statement'
import { findItemToState } from '../queries/items'

/** What a side last said of the live statement; carried over from an earlier one or an earlier wording, or not. */
export type LastWord = { stance: Stance; isCarried: boolean } | null

/** Which statement the officer had before them. */
export type SpeakInput = { reference: string; statementId: string }

type Refused<Reason> = {
  reason: 'no_such_item' | 'not_in_charge' | 'no_statement' | 'conflict' | Reason
}

/**
 * Says something for the officer's side of the statement that is live, public at once: the statement itself has
 * been reviewed. Every way of it asks the same first.
 * @param word what is said, as the audit trail and the log name it; who may say it; and what else stands against it.
 */
export async function speakForSide<Reason extends string>(
  actor: Officer,
  input: SpeakInput,
  word: {
    action: string
    stance: Stance
    revision: RevisionAction
    may: (item: ItemToState) => boolean
    against: (last: LastWord) => Reason | null
  },
): Promise<Outcome<{ revision: number }, Refused<Reason>>> {
  const { action, stance } = word
  const refuse = refuser(actor, action, input.reference)
  const item = await findItemToState(input.reference)
  if (!item) return refuse<Refused<Reason>>({ reason: 'no_such_item' })
  if (!word.may(item)) return refuse<Refused<Reason>>({ reason: 'not_in_charge' })
  if (!item.live.statementId) return refuse<Refused<Reason>>({ reason: 'no_statement' })
  const { side } = actor
  const { statementId } = input
  const db = await database()
  const outcome = await db.$transaction(async (tx) => {
    await holdLog(tx)
    const live = await currentStatementId(tx, item.kind, item.reference)
    if (live !== statementId) return 'conflict' as const
    const last = await tx.confirmation.findFirst({
      where: { statementId, side },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    const reason = word.against(
      last && { stance: last.stance, isCarried: last.carriedFromId !== null },
    )
    if (reason !== null) return reason
    await tx.confirmation.create({
      data: { statementId, side, stance, officerId: actor.id, at: now() },
    })
    const revision = await recordRevision(tx, {
      kind: item.kind,
      reference: item.reference,
      action: word.revision,
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
  if (typeof outcome === 'string') return refuse<Refused<Reason>>({ reason: outcome })
  return { ok: true, revision: outcome }
}
