import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { refuser } from '@/server/audit/refuser'
import type { Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { createSubmissions, type Entry } from './create'

/** The verdict on one input: the submission to create, or why not. */
export type Verdict<Refusal extends { reason: string }> = { entry: Entry } | Refusal

/** The outcome for several inputs: all are submitted, or none, with the index in `inputs` of each that is refused. */
export type Submitted<Refusal extends { reason: string }> = Outcome<
  { submissions: string[] },
  { reason: 'refused'; refusals: ({ index: number } & Refusal)[] }
>

/** How long judging and submitting may take in one transaction, thousands of inputs as well as one. */
export const judging = { timeout: 60_000 }

/**
 * Creates submissions of what was judged in the same transaction: all of them, or none where any is refused.
 * @param action as the audit trail names it: `progress.submit`.
 */
export async function submitJudged<Refusal extends { reason: string }>(
  tx: Transaction,
  actor: Officer,
  action: string,
  verdicts: readonly Verdict<Refusal>[],
): Promise<Submitted<Refusal>> {
  const refusals = verdicts.flatMap((one, index) => ('entry' in one ? [] : [{ index, ...one }]))
  if (refusals.length > 0) return { ok: false, reason: 'refused', refusals }
  const entries = verdicts.flatMap((one) => ('entry' in one ? [one.entry] : []))
  return { ok: true, submissions: await createSubmissions(tx, actor, action, entries) }
}

/**
 * The outcome, with each refusal in it audited: once its transaction is over, which has written nothing then.
 * @param references of what the inputs concern, in order; null for what is to be added.
 */
export async function audited<Refusal extends { reason: string }>(
  actor: Officer,
  action: string,
  references: readonly (string | null)[],
  outcome: Submitted<Refusal>,
): Promise<Submitted<Refusal>> {
  for (const { index, reason } of outcome.ok ? [] : outcome.refusals) {
    await refuser(actor, action, references[index] ?? null)({ reason })
  }
  return outcome
}

/** The outcome of a submission of one input. */
export function onlyOne<Refusal extends { reason: string }>(
  outcome: Submitted<Refusal>,
): Outcome<{ submission: string }, Refusal> {
  if (outcome.ok) return { ok: true, submission: outcome.submissions[0] ?? '' }
  const { index: _, ...refusal } = outcome.refusals[0] as { index: number } & Refusal
  return { ok: false, ...(refusal as unknown as Refusal) }
}
