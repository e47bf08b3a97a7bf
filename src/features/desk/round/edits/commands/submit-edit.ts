import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import type { Entry, Origin } from '@/features/desk/round/submissions/commands/create'
import {
  audited,
  judging,
  onlyOne,
  type Submitted,
  submitJudged,
  type Verdict,
} from '@/features/desk/round/submissions/commands/submit-judged'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { EditInput } from '../input'
import { draftKeyOf, type EditRefused, type JudgedEdit } from '../model/edit'
import { type Change, readJudgements } from '../queries/judge-edit'

/**
 * Takes a change of the register into the round: facts, texts in any language, citations, or a new subject.
 * What others have changed since is merged in, place by place.
 *
 * Refused: `no_such_item`, `not_in_charge`, `invalid` with the fields at fault, `conflict` with the places
 * that somebody else has changed differently, `no_such_revision`, `nothing_changed`. Each refusal is audited.
 * @param seen the versions of the officer's draft that the form has seen: it ends, unless it is another one now.
 */
export async function submitEdit(
  actor: Officer,
  input: EditInput,
  seen: readonly string[] = [],
): Promise<Outcome<{ submission: string }, EditRefused>> {
  const draft = { key: draftKeyOf(input.kind, input.reference), seen }
  const outcome = await submitEdits(actor, [input], { draft })
  return onlyOne(outcome)
}

/** Takes many changes at once, of anything or of texts alone, all of them or none, by the rules of `submitEdit`. */
export async function submitEdits(
  actor: Officer,
  inputs: readonly Change[],
  origin: Origin = {},
): Promise<Submitted<EditRefused>> {
  const action = 'edits.submit'
  const db = await database()
  const outcome = await db.$transaction(async (tx) => {
    const verdicts = await judgeEdits(tx, actor, inputs, origin)
    return submitJudged(tx, actor, action, verdicts)
  }, judging)
  const references = inputs.map(({ reference }) => reference)
  return audited(actor, action, references, outcome)
}

/** The verdict on a change: what to enter into the round, or why not. */
export type EditVerdict = Verdict<EditRefused>

/**
 * Judges changes as `submitEdits` does, and enters nothing: the dry run of a spreadsheet asks it first.
 * @returns one verdict for each input, in order. The entry's content is the change as merged.
 */
export async function judgeEdits(
  db: Database | Transaction,
  actor: Officer,
  inputs: readonly Change[],
  origin: Origin = {},
): Promise<EditVerdict[]> {
  const judged = await readJudgements(db, actor, inputs)
  return judged.map((one, index) =>
    'content' in one ? { entry: entryOf(inputs[index] as Change, one, origin) } : one,
  )
}

function entryOf(
  input: Change,
  { content, version, correction }: JudgedEdit,
  origin: Origin,
): Entry {
  return {
    kind: 'edit',
    subjectKind: input.kind,
    reference: input.reference,
    baseVersion: version,
    content,
    correction,
    replaces: 'facts' in input ? input.replaces : null,
    ...origin,
  }
}
