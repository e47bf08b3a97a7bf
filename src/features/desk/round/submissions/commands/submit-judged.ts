import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { refuser } from '@/server/audit/refuser'
import { database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { NoSuchRevision } from '../model/submission'
import { createSubmissions, type Entry } from './create'

/** The verdict on one input: the submission to create, or why not. */
export type Verdict<Refusal extends { reason: string }> = { entry: Entry } | Refusal

/** The outcome for several inputs: all are submitted, or none, with the index in `inputs` of each that is refused. */
export type Submitted<Refusal extends { reason: string }> = Outcome<
  { submissions: string[] },
  { reason: 'refused'; refusals: ({ index: number } & Refusal)[] }
>

/** Rolls the transaction back and carries the refusals out of it. */
class SubmissionsRefused extends Error {
  constructor(readonly refusals: { index: number; reason: string }[]) {
    super('Some of what is submitted is refused.')
  }
}

/**
 * Judges inputs and creates submissions for them in one transaction, all of them or none. Each refusal is
 * audited.
 * @param action as the audit trail names it: `progress.submit`.
 * @param referenceOf the subject that an input concerns; null for one that is to be added.
 */
export async function submitJudged<Input, Refusal extends { reason: string }>(
  actor: Officer,
  action: string,
  inputs: readonly Input[],
  judge: (tx: Transaction) => Promise<Verdict<Refusal>[]>,
  referenceOf: (input: Input) => string | null,
): Promise<Submitted<Refusal | { reason: 'no_such_revision' }>> {
  type Refusals = ({ index: number } & (Refusal | { reason: 'no_such_revision' }))[]
  const db = await database()
  try {
    return await db.$transaction(
      async (tx) => {
        const verdicts = await judge(tx)
        const refusals = verdicts.flatMap((verdict, index) =>
          'entry' in verdict ? [] : [{ index, ...verdict }],
        )
        if (refusals.length > 0) throw new SubmissionsRefused(refusals)
        const entries = verdicts.flatMap((verdict) => ('entry' in verdict ? [verdict.entry] : []))
        const submissions = await createSubmissions(tx, actor, action, entries)
        return { ok: true as const, submissions }
      },
      { timeout: 60_000 },
    )
  } catch (error) {
    const refusals =
      error instanceof SubmissionsRefused
        ? (error.refusals as Refusals)
        : error instanceof NoSuchRevision
          ? [{ index: 0, reason: 'no_such_revision' as const }]
          : null
    if (!refusals) throw error
    for (const { index, reason } of refusals) {
      const input = inputs[index]
      await refuser(actor, action, input === undefined ? null : referenceOf(input))({ reason })
    }
    return { ok: false, reason: 'refused', refusals }
  }
}

/** The outcome of a submission of one input. */
export function onlyOne<Refusal extends { reason: string }>(
  outcome: Submitted<Refusal>,
): Outcome<{ submission: string }, Refusal> {
  if (outcome.ok) return { ok: true, submission: outcome.submissions[0] ?? '' }
  const { index: _, ...refusal } = outcome.refusals[0] as { index: number } & Refusal
  return { ok: false, ...(refusal as unknown as Refusal) }
}
