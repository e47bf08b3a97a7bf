import 'server-only'
import { recordAct } from '../../../server/audit'
import { now } from '../../../server/clock'
import { database } from '../../../server/database/database'

type Decision =
  | { state: 'returned'; reviewerId: string; returnReason: string }
  | { state: 'withdrawn' }

/**
 * Closes a waiting submission without publishing it, and audits that.
 * @returns false when somebody else has decided first: nothing is changed then.
 */
export async function decide(
  actor: { id: string },
  action: string,
  id: string,
  decision: Decision,
): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const decided = await tx.submission.updateMany({
      where: { id, state: 'submitted' },
      data: { ...decision, decidedAt: now() },
    })
    if (decided.count === 0) return false
    await recordAct(tx, { officerId: actor.id, action, subject: id, outcome: 'done' })
    return true
  })
}
