import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { type Database, database, type Transaction } from '../../../server/database/database'
import type { Officer } from '../../officers/model'
import { mayEdit } from '../../officers/policy'
import { merge } from '../../revisions/merge'
import { type Correction, changesBetween, type Snapshot } from '../../revisions/model'
import type { EditInput, TextsInput } from '../input'
import {
  type EditableKind,
  type EditRefused,
  editableOf,
  fieldsOf,
  isSlot,
  type JudgedEdit,
} from '../model'
import { proposalOf, textsProposalOf } from '../proposal'
import { readAtVersion, readEditable, readWaitingEdit } from '../queries'
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

/** As `judgeEdit`, inside a transaction or out of one, for a change of texts alone as well. */
export async function readJudgement(
  db: Database | Transaction,
  officer: Officer,
  input: EditInput | TextsInput,
): Promise<JudgedEdit | EditRefused> {
  const { kind, reference } = input
  const live = reference ? await readEditable(db, kind, reference) : null
  if (reference && !live) return { reason: 'no_such_item' }
  const isTexts = !('facts' in input)
  const waiting = isTexts ? await readWaitingEdit(db, officer, input) : null
  const version = waiting?.baseVersion ?? input.version
  const base =
    reference && live && live.version !== version
      ? await readAtVersion(db, kind, reference, version)
      : (live?.snapshot ?? null)
  const start = waiting?.content ?? (base && { snapshot: base, newSources: [] })
  const content = isTexts
    ? start && textsProposalOf(start, input.passages)
    : proposalOf(base, input)
  // Texts alone stand on a version that the subject had.
  if (!content) return { reason: 'no_such_item' }
  if (waiting && isDeepStrictEqual(content, waiting.content)) return { reason: 'nothing_changed' }
  if (!isInCharge(officer, kind, live?.snapshot ?? null, content.snapshot)) {
    return { reason: 'not_in_charge' }
  }
  const before = live ? editableOf(live.snapshot) : null
  if (before && base) {
    const { merged, conflicts } = merge(editableOf(base), content.snapshot, before)
    if (conflicts.length > 0) return { reason: 'conflict', conflicts }
    content.snapshot = merged
  }
  const correction = isTexts ? (waiting?.correction ?? null) : input.correction
  if (!(await isOfSubject(db, kind, reference, correction))) return { reason: 'no_such_revision' }
  if (before && changesBetween(before, content.snapshot).length === 0) {
    return { reason: 'nothing_changed' }
  }
  const held = await heldFor(db, kind, content.snapshot)
  const problems = problemsOfEdit(kind, before, content.snapshot, held)
  if (problems.length > 0) return { reason: 'invalid', problems }
  return { content, version: live?.version ?? 0, correction }
}

/** Whether the revision that an edit corrects, if any, is one of its subject's. */
async function isOfSubject(
  db: Database | Transaction,
  kind: EditableKind,
  reference: string | null,
  correction: Correction | null,
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
