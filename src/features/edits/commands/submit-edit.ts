import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Prisma } from '../../../generated/prisma/client'
import { type Database, database, type Transaction } from '../../../server/database/database'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { mayEdit } from '../../officers/policy'
import type { FieldProblem } from '../../progress/model'
import type { MergeConflict } from '../../revisions/merge'
import { type Correction, changesBetween, type Snapshot } from '../../revisions/model'
import { type Entry, enterSubmissions } from '../../submissions/enter'
import { NoSuchRevision, patient } from '../../submissions/model'
import { refuser } from '../../submissions/refuse'
import { EditConflict, mergedOn } from '../apply'
import { heldForAll } from '../apply/held'
import type { EditInput, TextsInput } from '../input'
import { type EditContent, editableOf } from '../model'
import { proposalOf, textsProposalOf } from '../proposal'
import {
  type EditableSubject,
  readAtVersions,
  readEditables,
  readWaitingEdits,
  type WaitingEdit,
} from '../queries'
import { type Held, problemsOfEdit } from '../rules'

/** Why a change of the register is not taken. */
export type EditRefused =
  | { reason: 'no_such_item' | 'not_in_charge' | 'nothing_changed' | 'no_such_revision' }
  | { reason: 'invalid'; problems: FieldProblem[] }
  | { reason: 'conflict'; conflicts: MergeConflict[] }

/**
 * Takes a change of the register into the round: facts, texts in any language, citations, or a new subject.
 * What others have changed since is merged in, place by place.
 *
 * Refused: `no_such_item`, `not_in_charge`, `invalid` with the fields at fault, `conflict` with the places
 * that somebody else has changed otherwise, `no_such_revision`, `nothing_changed`. Each refusal is audited.
 */
export async function submitEdit(
  actor: Officer,
  input: EditInput,
): Promise<Outcome<{ submission: string }, EditRefused>> {
  const draftKey = `edit:${input.kind}:${input.reference ?? 'new'}`
  const outcome = await submitEdits(actor, [input], { draftKey })
  if (outcome.ok) return { ok: true, submission: outcome.submissions[0] ?? '' }
  const { index: _, ...refusal } = outcome.refusals[0] as { index: number } & EditRefused
  return { ok: false, ...(refusal as EditRefused) }
}

/** Takes many changes at once, of anything or of texts alone, all of them or none, by the rules of `submitEdit`. */
export async function submitEdits(
  actor: Officer,
  inputs: readonly Change[],
  origin: Origin = {},
): Promise<
  Outcome<
    { submissions: string[] },
    { reason: 'refused'; refusals: ({ index: number } & EditRefused)[] }
  >
> {
  const db = await database()
  try {
    return await db.$transaction(
      async (tx) => {
        const verdicts = await judgeEdits(tx, actor, inputs, origin)
        const refusals = verdicts.flatMap((verdict, index) =>
          'entry' in verdict ? [] : [{ index, ...verdict }],
        )
        if (refusals.length > 0) throw new Refused(refusals)
        const entries = verdicts.flatMap((verdict) => ('entry' in verdict ? [verdict.entry] : []))
        const submissions = await enterSubmissions(tx, actor, 'edits.submit', entries)
        return { ok: true as const, submissions }
      },
      { ...patient, timeout: 60_000 },
    )
  } catch (error) {
    const refusals =
      error instanceof Refused
        ? error.refusals
        : error instanceof NoSuchRevision
          ? [{ index: 0, reason: 'no_such_revision' as const }]
          : null
    if (!refusals) throw error
    for (const { index, reason } of refusals) {
      await refuser(actor, 'edits.submit', inputs[index]?.reference ?? null)({ reason })
    }
    return { ok: false, reason: 'refused', refusals }
  }
}

/** Carries refusals out of the transaction, which they undo. */
class Refused extends Error {
  constructor(readonly refusals: ({ index: number } & EditRefused)[]) {
    super('Some changes are refused.')
  }
}

type Change = EditInput | TextsInput

/** What becomes of a change: what to enter into the round, or why not. */
export type EditVerdict = { entry: Entry } | EditRefused

/** Where a change comes from besides a form. */
type Origin = { importId?: string; draftKey?: string }

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
  const situations = await situationsOf(db, actor, inputs)
  const judged = situations.map((situation) => judge(actor, situation))
  const standing = judged.flatMap((one) => ('content' in one ? [one] : []))
  const held = await heldForAll(
    db,
    standing.map(({ input, content }) => ({ kind: input.kind, snapshot: content.snapshot })),
  )
  const problems = new Map(
    standing.map((one, index) => [
      one,
      problemsOfEdit(one.input.kind, one.before, one.content.snapshot, held[index] as Held),
    ]),
  )
  return judged.map((one) => {
    if (!('content' in one)) return one
    const found = problems.get(one) ?? []
    return found.length > 0
      ? { reason: 'invalid', problems: found }
      : { entry: entryOf(one, origin) }
  })
}

/** A change and what it is made on. */
type Situation = {
  input: Change
  /** The subject as it is now; null for a new or an unknown one. */
  live: EditableSubject | null
  /** The officer's own edit that a change of texts alone carries on. */
  waiting: WaitingEdit | null
  /** The subject as it was when the change, or the edit carried on, was made. */
  base: Snapshot | null
}

async function situationsOf(
  db: Database | Transaction,
  actor: Officer,
  inputs: readonly Change[],
): Promise<Situation[]> {
  const named = inputs.flatMap(({ kind, reference }) => (reference ? [{ kind, reference }] : []))
  const texts = inputs.flatMap((input) => ('facts' in input ? [] : [input]))
  const keyOf = ({ kind, reference }: Pick<Change, 'kind' | 'reference'>) => `${kind} ${reference}`
  const lives = new Map(
    (await readEditables(db, named)).flatMap((live) => (live ? [[keyOf(live), live]] : [])),
  )
  const waiting = await readWaitingEdits(db, actor, texts)
  const found = inputs.map((input) => {
    const carried = 'facts' in input ? null : (waiting.get(keyOf(input)) ?? null)
    const version = carried?.baseVersion ?? input.version
    return { input, live: lives.get(keyOf(input)) ?? null, waiting: carried, version }
  })
  const moved = found.flatMap(({ input: { kind, reference }, live, version }) =>
    reference && live && live.version !== version ? [{ kind, reference, version }] : [],
  )
  const bases = (await readAtVersions(db, moved)).values()
  return found.map(({ version, ...one }) => {
    const isMoved = one.live !== null && one.live.version !== version
    const base = isMoved ? bases.next().value : one.live?.snapshot
    return { ...one, base: base ?? null }
  })
}

/** A change that whoever asks may make and that changes something. */
type Standing = {
  input: Change
  before: Snapshot | null
  content: EditContent
  version: number
  correction: Correction | null
}

/** What speaks against a change, but for what the register holds of the names in it. */
function judge(actor: Officer, { input, live, waiting, base }: Situation): Standing | EditRefused {
  const { kind, reference } = input
  if (reference && !live) return { reason: 'no_such_item' }
  const start = waiting?.content ?? (base && { snapshot: base, newSources: [] })
  const content =
    'facts' in input ? proposalOf(base, input) : start && textsProposalOf(start, input.passages)
  // Texts alone stand on a version that the subject had.
  if (!content) return { reason: 'no_such_item' }
  if (waiting && isDeepStrictEqual(content, waiting.content)) return { reason: 'nothing_changed' }
  // In charge of what it is to become, and of what it is now: a slot is nobody's until it is itemised.
  const judged = live && !isSlot(live.snapshot) ? [live.snapshot] : []
  for (const snapshot of [...judged, content.snapshot]) {
    if (!mayEdit(actor, { kind, fields: fieldsOf(snapshot) })) return { reason: 'not_in_charge' }
  }
  if (live && base) {
    try {
      content.snapshot = mergedOn(base, content.snapshot, live.snapshot)
    } catch (error) {
      if (error instanceof EditConflict) return { reason: 'conflict', conflicts: error.conflicts }
      throw error
    }
  }
  const before = live ? editableOf(live.snapshot) : null
  if (before && changesBetween(before, content.snapshot).length === 0) {
    return { reason: 'nothing_changed' }
  }
  const correction = 'facts' in input ? input.correction : (waiting?.correction ?? null)
  return { input, before, content, version: live?.version ?? 0, correction }
}

function isSlot(snapshot: Snapshot): boolean {
  return snapshot.itemised === false
}

/** The fields that a subject belongs to. */
function fieldsOf(snapshot: Snapshot): string[] {
  if (typeof snapshot.field === 'string') return [snapshot.field]
  return Array.isArray(snapshot.fields) ? (snapshot.fields as string[]) : []
}

function entryOf(
  { input, content, version, correction }: Standing,
  { importId, draftKey }: Origin,
): Entry {
  return {
    kind: 'edit',
    subjectKind: input.kind,
    reference: input.reference,
    baseVersion: version,
    content: content as unknown as Prisma.InputJsonValue,
    correction,
    replaces: 'facts' in input ? input.replaces : null,
    importId: importId ?? null,
    draftKey: draftKey ?? null,
  }
}
