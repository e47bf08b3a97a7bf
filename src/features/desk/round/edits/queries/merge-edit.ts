import 'server-only'
import type { FieldProblem } from '@/components/forms/problems'
import { Conflict } from '@/features/desk/round/submissions/model/submission'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { type MergeConflict, merge } from '@/features/register/subjects/model/merge'
import { editableOf, type ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import type { Database, Transaction } from '@/server/database/database'
import { problemsOfEdit } from '../model/rules'
import { registryFor } from './registry'

/** Which subject an edit changes, and the version of it that the edit was made on. */
type EditTarget = { kind: EditableKind; reference: string; baseVersion: number }

/**
 * What an edit asks for, merged with what has changed since it was made.
 * @throws {Conflict}
 */
export async function mergedWith(
  tx: Transaction,
  target: EditTarget,
  mine: ProposedSnapshot,
  live: ProposedSnapshot,
): Promise<ProposedSnapshot> {
  const { merged, conflicts } = await mergeWithLive(tx, target, mine, live)
  if (conflicts.length > 0) throw new Conflict(conflicts)
  return merged
}

/**
 * What an edit would make of its subject as it is now, and the problems with it. Writes nothing.
 * @param live the subject as it is, in the log's form; null for a new one.
 */
export async function foreseeEdit(
  db: Database | Transaction,
  kind: EditableKind,
  live: ProposedSnapshot | null,
  {
    reference,
    baseVersion,
    mine,
  }: { reference: string; baseVersion: number; mine: ProposedSnapshot },
): Promise<{ merged: ProposedSnapshot; conflicts: MergeConflict[]; problems: FieldProblem[] }> {
  const { merged, conflicts } = live
    ? await mergeWithLive(db, { kind, reference, baseVersion }, mine, live)
    : { merged: mine, conflicts: [] }
  const before = live && editableOf(live)
  const problems = problemsOfEdit(kind, before, merged, await registryFor(db, kind, merged))
  return { merged, conflicts, problems }
}

/** As `mergedWith`, with the conflicts listed; the live value is used at each. */
async function mergeWithLive(
  tx: Database | Transaction,
  { kind, reference, baseVersion }: EditTarget,
  mine: ProposedSnapshot,
  live: ProposedSnapshot,
): Promise<{ merged: ProposedSnapshot; conflicts: MergeConflict[] }> {
  const [base] = await readAtVersions(tx, [{ kind, reference, version: baseVersion }])
  return merge(editableOf(base ?? live), mine, editableOf(live))
}
