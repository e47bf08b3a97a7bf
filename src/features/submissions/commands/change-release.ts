import 'server-only'
import { recordAct } from '../../../server/audit'
import { now } from '../../../server/clock'
import { database } from '../../../server/database/database'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { isReviewer } from '../../officers/policy'
import { releaseInput } from '../input'
import { refuser } from '../refuse'

type Refused = { reason: 'not_reviewer' | 'no_such_release' }

/**
 * Calls a planned release off: its submissions wait for review again.
 * Refused: `not_reviewer`, `no_such_release` (none, or over); audited.
 */
export async function cancelRelease(
  actor: Officer,
  input: { id: string },
): Promise<Outcome<object, Refused>> {
  const action = 'releases.cancel'
  const refuse = refuser(actor, action, input.id)
  if (!isReviewer(actor)) return refuse({ reason: 'not_reviewer' })
  const db = await database()
  const isDone = await db.$transaction(async (tx) => {
    const cancelled = await tx.release.updateMany({
      where: { id: input.id, state: 'scheduled' },
      data: { state: 'cancelled', endedAt: now() },
    })
    if (cancelled.count === 0) return false
    await tx.submission.updateMany({
      where: { releaseId: input.id, state: 'approved' },
      data: {
        state: 'submitted',
        decidedAt: null,
        releaseId: null,
        approvedVersion: null,
        reviewerId: null,
      },
    })
    await recordAct(tx, { officerId: actor.id, action, subject: input.id, outcome: 'done' })
    return true
  })
  return isDone ? { ok: true } : refuse({ reason: 'no_such_release' })
}

/**
 * Moves a planned release to another moment, in Hong Kong time, or gives it another title.
 * Refused: `not_reviewer`, `no_such_release` (none, or over), `not_a_time`, `past_time`; audited.
 */
export async function moveRelease(
  actor: Officer,
  input: { id: string; at: string; title: string },
): Promise<Outcome<object, Refused | { reason: 'not_a_time' | 'past_time' }>> {
  const action = 'releases.move'
  const refuse = refuser(actor, action, input.id)
  if (!isReviewer(actor)) return refuse({ reason: 'not_reviewer' })
  const parsed = releaseInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'not_a_time' })
  if (parsed.data.at <= now()) return refuse({ reason: 'past_time' })
  const db = await database()
  const isDone = await db.$transaction(async (tx) => {
    const moved = await tx.release.updateMany({
      where: { id: input.id, state: 'scheduled' },
      data: parsed.data,
    })
    if (moved.count === 0) return false
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: input.id,
      outcome: 'done',
      detail: { at: parsed.data.at.toISOString() },
    })
    return true
  })
  return isDone ? { ok: true } : refuse({ reason: 'no_such_release' })
}
