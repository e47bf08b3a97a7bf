import 'server-only'
import { type Database, database, type Transaction } from '../../../server/database/database'
import type { Officer } from '../../officers/model'
import { mayEdit } from '../../officers/policy'
import { merge } from '../../revisions/merge'
import { changesBetween, type Snapshot } from '../../revisions/model'
import type { EditInput } from '../input'
import { type EditRefused, editableOf, fieldsOf, isSlot, type JudgedEdit } from '../model'
import { proposalOf } from '../proposal'
import { readAtVersion, readEditable } from '../queries'
import { problemsOfEdit } from '../rules'
import { heldFor } from './held'

/**
 * What would become of an edit if it were submitted now. Writes nothing: the editor's preview shows what the
 * command will answer, by the same rules.
 */
export async function judgeEdit(
  officer: Officer,
  input: EditInput,
): Promise<JudgedEdit | EditRefused> {
  return readJudgement(await database(), officer, input)
}

/** As `judgeEdit`, inside a transaction or out of one. */
export async function readJudgement(
  db: Database | Transaction,
  officer: Officer,
  input: EditInput,
): Promise<JudgedEdit | EditRefused> {
  const { kind, reference, version } = input
  const live = reference ? await readEditable(db, kind, reference) : null
  if (reference && !live) return { reason: 'no_such_item' }
  const base =
    reference && live && live.version !== version
      ? await readAtVersion(db, kind, reference, version)
      : (live?.snapshot ?? null)
  const content = proposalOf(base, input)
  if (!isInCharge(officer, kind, live?.snapshot ?? null, content.snapshot)) {
    return { reason: 'not_in_charge' }
  }
  const before = live ? editableOf(live.snapshot) : null
  if (before && base) {
    const { merged, conflicts } = merge(editableOf(base), content.snapshot, before)
    if (conflicts.length > 0) return { reason: 'conflict', conflicts }
    content.snapshot = merged
  }
  if (!(await isOfSubject(db, input))) return { reason: 'no_such_revision' }
  if (before && changesBetween(before, content.snapshot).length === 0)
    return { reason: 'nothing_changed' }
  const held = await heldFor(db, kind, content.snapshot)
  const problems = problemsOfEdit(kind, before, content.snapshot, held)
  if (problems.length > 0) return { reason: 'invalid', problems }
  return { content, version: live?.version ?? 0 }
}

/** Whether the revision that an edit corrects, if any, is one of its subject's. */
async function isOfSubject(
  db: Database | Transaction,
  { kind, reference, correction }: EditInput,
): Promise<boolean> {
  if (!correction) return true
  const revision = await db.revision.findUnique({ where: { number: correction.revision } })
  return revision?.subjectKind === kind && revision.subjectReference === reference
}

/** Whether the officer is in charge of what it is to become, and of what it is now: a slot is nobody's until it is itemised. */
function isInCharge(
  officer: Officer,
  kind: EditInput['kind'],
  before: Snapshot | null,
  after: Snapshot,
): boolean {
  const judged = before && !isSlot(before) ? [before, after] : [after]
  return judged.every((snapshot) => mayEdit(officer, { kind, fields: fieldsOf(snapshot) }))
}
