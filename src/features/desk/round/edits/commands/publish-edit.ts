import 'server-only'
import { sourceOf } from '@/features/desk/round/submissions/commands/source-of'
import {
  NothingChanged,
  NotStanding,
  type Round,
  signed,
} from '@/features/desk/round/submissions/model'
import { recordRevision } from '@/features/register/log/commands/record'
import type { LoggedCitation, Snapshot } from '@/features/register/log/model'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import type { FieldProblem } from '@/features/register/states/model'
import { type MergeConflict, merge } from '@/features/register/subjects/model/merge'
import type { Database, Transaction } from '@/server/database/database'
import {
  actionOf,
  type EditableKind,
  type EditContent,
  editableOf,
  newSourceName,
} from '../model/edit'
import { problemsOfEdit } from '../model/rules'
import { heldFor } from '../queries/registry'
import { writeFacts } from './write-facts'
import { addSlots, stateSigned } from './write-slots'
import { addSubject, versionOf } from './write-subjects'
import { writeTexts } from './write-texts'

/** Somebody else has changed the same place to something else; undoes the transaction it is thrown in. */
export class EditConflict extends Error {
  constructor(readonly conflicts: MergeConflict[]) {
    super('The subject has been changed in the same places.')
  }
}

/**
 * Makes the tables say what an edit proposes: merged with what others have changed since, place by place.
 * New sources are entered first, the subject's row is taken before anything of it is read.
 *
 * @param baseVersion the subject's version that the edit was made on; 0 for a new subject.
 * @returns the number of the revision, and the reference, which a new subject gets here.
 * @throws {EditConflict} @throws {NotStanding} @throws {NoSuchSource} @throws {NothingChanged}
 */
export async function publishEdit(
  tx: Transaction,
  {
    kind,
    reference,
    content,
    baseVersion,
    round,
  }: {
    kind: EditableKind
    reference: string | null
    content: EditContent
    baseVersion: number
    round: Round
  },
): Promise<{ revision: number; reference: string }> {
  const mine = await withRealSources(tx, content, round)
  const before = reference ? await takeSubject(tx, kind, reference) : null
  const target =
    before && reference
      ? await mergedWith(tx, { kind, reference, baseVersion }, mine, before)
      : mine
  const problems = problemsOfEdit(kind, before, target, await heldFor(tx, kind, target))
  if (problems.length > 0) throw new NotStanding(problems)
  const permanent = reference ?? (await addSubject(tx, kind, target))
  await writeFacts(tx, kind, permanent, before, target)
  await writeTexts(tx, kind, permanent, before, target, round)
  if (kind === 'document' && !before) {
    const signedOn = (target.signedOn ?? null) as string | null
    await stateSigned(tx, permanent, signedOn, target.citations, round)
  }
  const revision = await recordRevision(tx, {
    kind,
    reference: permanent,
    action: actionOf(before, target),
    actor: signed(round.author),
    approver: signed(round.approver),
    at: round.at,
    citations: citationsIn(target),
    correction: round.correction,
  })
  if (revision === null) throw new NothingChanged()
  if (kind === 'conference') await addSlots(tx, permanent, before, target, round)
  return { revision, reference: permanent }
}

/** Takes the subject's row, so that nobody changes it meanwhile, and reads it. */
async function takeSubject(tx: Transaction, kind: EditableKind, reference: string) {
  await versionOf(tx, kind, reference)
  return readSnapshot(tx, kind, reference)
}

/** Which subject an edit changes, and the version of it that the edit was made on. */
type EditTarget = { kind: EditableKind; reference: string; baseVersion: number }

/**
 * What an edit asks for, merged with what has changed since it was made.
 * @throws {EditConflict}
 */
export async function mergedWith(
  tx: Transaction,
  target: EditTarget,
  mine: Snapshot,
  live: Snapshot,
): Promise<Snapshot> {
  const { merged, conflicts } = await mergeWithLive(tx, target, mine, live)
  if (conflicts.length > 0) throw new EditConflict(conflicts)
  return merged
}

/**
 * What an edit would make of its subject as things are, and what stands in its way. Writes nothing.
 * @param live the subject as it is, in the log's form; null for a new one.
 */
export async function foreseeEdit(
  db: Database | Transaction,
  kind: EditableKind,
  live: Snapshot | null,
  { reference, baseVersion, mine }: { reference: string; baseVersion: number; mine: Snapshot },
): Promise<{ merged: Snapshot; conflicts: MergeConflict[]; problems: FieldProblem[] }> {
  const { merged, conflicts } = live
    ? await mergeWithLive(db, { kind, reference, baseVersion }, mine, live)
    : { merged: mine, conflicts: [] }
  const before = live && editableOf(live)
  const problems = problemsOfEdit(kind, before, merged, await heldFor(db, kind, merged))
  return { merged, conflicts, problems }
}

/** As `mergedWith`, with the conflicts named; in their places the live subject stands. */
async function mergeWithLive(
  tx: Database | Transaction,
  { kind, reference, baseVersion }: EditTarget,
  mine: Snapshot,
  live: Snapshot,
): Promise<{ merged: Snapshot; conflicts: MergeConflict[] }> {
  const base = await tx.revision.findFirst({
    where: { subjectKind: kind, subjectReference: reference, subjectRevision: baseVersion },
    select: { after: true },
  })
  const was = (base?.after ?? live) as unknown as Snapshot
  return merge(editableOf(was), mine, editableOf(live))
}

/** The proposed snapshot with new sources entered and named by their permanent slugs. */
async function withRealSources(
  tx: Transaction,
  { snapshot, newSources }: EditContent,
  round: Round,
): Promise<Snapshot> {
  if (newSources.length === 0) return snapshot
  let text = JSON.stringify(snapshot)
  for (const [index, source] of newSources.entries()) {
    const { slug } = await sourceOf(tx, source, round)
    text = text.replaceAll(
      `"source":${JSON.stringify(newSourceName(index))}`,
      `"source":${JSON.stringify(slug)}`,
    )
  }
  return JSON.parse(text)
}

/** What a subject rests on, those of the announced numbers included. */
function citationsIn(snapshot: Snapshot): LoggedCitation[] {
  const announced = (snapshot.announced ?? {}) as Record<string, { citations: LoggedCitation[] }>
  return [...snapshot.citations, ...Object.values(announced).flatMap(({ citations }) => citations)]
}
