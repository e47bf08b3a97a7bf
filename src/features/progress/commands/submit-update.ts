import 'server-only'
import { recordAct } from '../../../server/audit'
import { hongKongDay, now } from '../../../server/clock'
import { database } from '../../../server/database/database'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { mayPublishOwn, mayUpdate } from '../../officers/policy'
import type { UpdateInput } from '../input'
import { type FieldProblem, problemsOf } from '../model'
import { findItemForUpdate } from '../queries'
import { patient, publishStatement, VersionConflict } from './publish'
import { type PublicationRefused, refusalOf, refuser } from './refuse'

/** Published at once, or waiting for a reviewer. */
export type Submitted =
  | { published: true; revision: number }
  | { published: false; submission: string }

/**
 * Takes an officer's statement about an item. A reviewer's or admin's is published at once; an editor's
 * waits as a submission, in place of the editor's own earlier one that still waits for the same item.
 *
 * Refused: `no_such_item`, `not_in_charge`, `invalid` with the fields at fault, `conflict` with the
 * statement that is live now, `no_such_source`, `nothing_changed`. Each refusal is audited.
 */
export async function submitUpdate(
  actor: Officer,
  input: UpdateInput,
): Promise<
  Outcome<
    Submitted,
    | { reason: 'no_such_item' | 'not_in_charge' }
    | { reason: 'invalid'; problems: FieldProblem[] }
    | PublicationRefused
  >
> {
  const { statement, version } = input
  const refuse = refuser(actor, 'progress.submit', statement.reference)
  const item = await findItemForUpdate(statement.reference)
  if (!item) return refuse({ reason: 'no_such_item' })
  if (!mayUpdate(actor, item)) return refuse({ reason: 'not_in_charge' })
  const situation = { ...item, state: item.live.state, liveAsOf: item.live.asOf }
  const problems = problemsOf(statement, situation, hongKongDay(now()))
  // Somebody else's newer statement explains a problem better than the problem does.
  if (problems.length > 0 && item.live.version === version) {
    return refuse({ reason: 'invalid', problems })
  }
  const db = await database()
  try {
    return await db.$transaction(async (tx) => {
      if (mayPublishOwn(actor)) {
        const signing = { item, statement, version, author: actor, approver: actor }
        const revision = await publishStatement(tx, signing)
        await recordAct(tx, {
          officerId: actor.id,
          action: 'progress.publish',
          subject: item.reference,
          outcome: 'done',
          detail: { revision },
        })
        return { ok: true as const, published: true as const, revision }
      }
      if (item.live.version !== version) throw new VersionConflict()
      const owner = item.kind === 'project' ? { projectId: item.id } : { documentId: item.id }
      await tx.submission.updateMany({
        where: { ...owner, authorId: actor.id, state: 'submitted' },
        data: { state: 'withdrawn', decidedAt: now() },
      })
      const submission = await tx.submission.create({
        data: {
          ...owner,
          baseVersion: version,
          content: statement,
          authorId: actor.id,
          submittedAt: now(),
        },
      })
      await recordAct(tx, {
        officerId: actor.id,
        action: 'progress.submit',
        subject: item.reference,
        outcome: 'done',
        detail: { submission: submission.id },
      })
      return { ok: true as const, published: false as const, submission: submission.id }
    }, patient)
  } catch (error) {
    return refuse(await refusalOf(error, item))
  }
}
