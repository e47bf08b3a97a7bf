import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { isReviewer } from '@/features/desk/officers/policy'
import { problemOfRelease, releaseInput } from '@/features/desk/round/submissions/input'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { giveBack } from './submission'

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
    await giveBack(tx, input.id)
    await recordAct(tx, { officerId: actor.id, action, subject: input.id, outcome: 'done' })
    return true
  })
  return isDone ? { ok: true } : refuse({ reason: 'no_such_release' })
}

/**
 * Moves a planned release to another moment, in Hong Kong time, or gives it another title.
 * Refused: `not_reviewer`, `no_such_release` (none, or over), `not_a_time`, `past_time`,
 * `title_required`, `title_too_long`; audited.
 */
export async function moveRelease(
  actor: Officer,
  input: { id: string; at: string; title: string },
): Promise<
  Outcome<object, Refused | { reason: NonNullable<ReturnType<typeof problemOfRelease>> }>
> {
  const action = 'releases.move'
  const refuse = refuser(actor, action, input.id)
  if (!isReviewer(actor)) return refuse({ reason: 'not_reviewer' })
  const parsed = releaseInput.safeParse(input)
  const problem = problemOfRelease(parsed, now())
  if (problem || !parsed.data) return refuse({ reason: problem ?? 'not_a_time' })
  const planned = parsed.data
  const db = await database()
  const isDone = await db.$transaction(async (tx) => {
    const moved = await tx.release.updateMany({
      where: { id: input.id, state: 'scheduled' },
      data: planned,
    })
    if (moved.count === 0) return false
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: input.id,
      outcome: 'done',
      detail: { at: planned.at.toISOString() },
    })
    return true
  })
  return isDone ? { ok: true } : refuse({ reason: 'no_such_release' })
}
