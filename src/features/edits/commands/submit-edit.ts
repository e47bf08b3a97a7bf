import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Prisma } from '../../../generated/prisma/client'
import { database, type Transaction } from '../../../server/database/database'
import type { Outcome } from '../../../server/outcome'
import type { Officer } from '../../officers/model'
import { mayEdit } from '../../officers/policy'
import type { FieldProblem } from '../../progress/model'
import type { MergeConflict } from '../../revisions/merge'
import { type Correction, changesBetween, type Snapshot } from '../../revisions/model'
import { type Entry, enterSubmissions } from '../../submissions/enter'
import { NoSuchRevision, patient } from '../../submissions/model'
import { refuser } from '../../submissions/refuse'
import { EditConflict, mergedWith } from '../apply'
import { heldFor } from '../apply/held'
import type { EditInput, TextsInput } from '../input'
import { type EditContent, editableOf } from '../model'
import { proposalOf, textsProposalOf } from '../proposal'
import { readAtVersion, readEditable, readWaitingEdit } from '../queries'
import { problemsOfEdit } from '../rules'

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
  origin: { importId?: string; draftKey?: string } = {},
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
        const refusals: ({ index: number } & EditRefused)[] = []
        const entries: Entry[] = []
        for (const [index, input] of inputs.entries()) {
          const judged = await judge(tx, actor, input)
          if ('reason' in judged) refusals.push({ index, ...judged })
          else entries.push(entryOf(input, judged, origin))
        }
        if (refusals.length > 0) throw new Refused(refusals)
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
type Judged = { content: EditContent; version: number; correction: Correction | null }

/** What becomes of an edit: what to put on its way, or why not. */
async function judge(
  tx: Transaction,
  actor: Officer,
  input: Change,
): Promise<Judged | EditRefused> {
  const { kind, reference } = input
  const live = reference ? await readEditable(tx, kind, reference) : null
  if (reference && !live) return { reason: 'no_such_item' }
  const isTexts = !('facts' in input)
  const waiting = isTexts ? await readWaitingEdit(tx, actor, input) : null
  const version = waiting?.baseVersion ?? input.version
  const base =
    reference && live && live.version !== version
      ? await readAtVersion(tx, kind, reference, version)
      : (live?.snapshot ?? null)
  const start = waiting?.content ?? (base && { snapshot: base, newSources: [] })
  const content = isTexts
    ? start && textsProposalOf(start, input.passages)
    : proposalOf(base, input)
  // Texts alone stand on a version that the subject had.
  if (!content) return { reason: 'no_such_item' }
  if (waiting && isDeepStrictEqual(content, waiting.content)) return { reason: 'nothing_changed' }
  // In charge of what it is to become, and of what it is now: a slot is nobody's until it is itemised.
  const judged = live && !isSlot(live.snapshot) ? [live.snapshot] : []
  for (const snapshot of [...judged, content.snapshot]) {
    if (!mayEdit(actor, { kind, fields: fieldsOf(snapshot) })) return { reason: 'not_in_charge' }
  }
  if (live && base && reference) {
    try {
      const target = { kind, reference, baseVersion: version }
      content.snapshot = await mergedWith(tx, target, content.snapshot, live.snapshot)
    } catch (error) {
      if (error instanceof EditConflict) return { reason: 'conflict', conflicts: error.conflicts }
      throw error
    }
  }
  const before = live ? editableOf(live.snapshot) : null
  if (before && changesBetween(before, content.snapshot).length === 0) {
    return { reason: 'nothing_changed' }
  }
  const problems = problemsOfEdit(
    kind,
    before,
    content.snapshot,
    await heldFor(tx, kind, content.snapshot),
  )
  if (problems.length > 0) return { reason: 'invalid', problems }
  const correction = isTexts ? (waiting?.correction ?? null) : input.correction
  return { content, version: live?.version ?? 0, correction }
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
  input: Change,
  { content, version, correction }: Judged,
  { importId, draftKey }: { importId?: string; draftKey?: string },
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
