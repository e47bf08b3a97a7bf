import type { Side } from '@/features/register/cities/model'
import { kinds, type SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Officer, SystemActor } from './model'

type Acting = Pick<Officer, 'id' | 'role' | 'needsSecondFactor'>
type InCharge = Pick<Officer, 'role' | 'fields' | 'needsSecondFactor'>

/** Whether the officer does more than read: no viewer, and nobody whose second factor is still to be set up. */
export function mayWrite(officer: Pick<Officer, 'role' | 'needsSecondFactor'>): boolean {
  return officer.role !== 'viewer' && !officer.needsSecondFactor
}

/** Whether the actor may add officers, change and disable them, end their sessions and hand out links: admins, and the command line. */
export function mayManageOfficers(actor: Acting | SystemActor): boolean {
  return actor.role === 'system' || (actor.role === 'admin' && mayWrite(actor))
}

/** Whether the officer may read and export the audit trail: admins. */
export function mayReadAudit(officer: Acting): boolean {
  return officer.role === 'admin' && mayWrite(officer)
}

/** Whether the officer may see what became of the register's mails, and send one again: admins. */
export function mayManageMail(officer: Acting): boolean {
  return officer.role === 'admin' && mayWrite(officer)
}

/** Whether the officer reviews at all: a reviewer or an admin. */
export function isReviewer(officer: Pick<Officer, 'role' | 'needsSecondFactor'>): boolean {
  return (officer.role === 'reviewer' || officer.role === 'admin') && mayWrite(officer)
}

/** Whether the officer may decide on this submission: a reviewer or admin, and never its author. */
export function mayReview(officer: Acting, submission: { authorId: string }): boolean {
  return isReviewer(officer) && officer.id !== submission.authorId
}

/**
 * What is in the officer's charge: everything, or the items of the fields named, which may be none. Reviewers
 * and admins have every item. An editor has those of the fields assigned to them; an editor to whom no field
 * is assigned yet has every item, the numbered slots included.
 */
export function chargeOf(officer: InCharge): 'everything' | readonly string[] {
  if (!mayWrite(officer)) return []
  return officer.role !== 'editor' || officer.fields.length === 0 ? 'everything' : officer.fields
}

/**
 * Whether the officer may state an item's progress: it is in their charge.
 * @param item the references of the fields that it belongs to: none for a project not itemised.
 */
export function mayState(officer: InCharge, item: { fields: readonly string[] }): boolean {
  const charge = chargeOf(officer)
  return charge === 'everything' || item.fields.some((field) => charge.includes(field))
}

/** Whether the officer writes for the register as a whole, and may state something as its editor. */
export function isRegisterEditor(officer: InCharge): boolean {
  return chargeOf(officer) === 'everything'
}

/** Whether the officer may say up to where they have looked through the log: whoever may use the desk. */
export function mayLook(officer: Pick<Officer, 'needsSecondFactor'>): boolean {
  return !officer.needsSecondFactor
}

/**
 * Whether the officer may propose a change of the register itself. Items and developments go by the fields
 * that they belong to, or are to belong to; sources, organisations and persons are open to every editor;
 * conferences, fields, the glossary and the mechanism to reviewers, admins and editors of the whole register.
 */
export function mayEdit(
  officer: InCharge,
  subject: { kind: SubjectKind; fields: readonly string[] },
): boolean {
  if (!mayWrite(officer)) return false
  switch (kinds[subject.kind].charge) {
    case 'everybody':
      return true
    case 'register':
      return isRegisterEditor(officer)
    case 'fields':
      return mayState(officer, subject)
  }
}

/**
 * Whether the officer may confirm a published statement for their side, or say how its view differs: they may
 * state the item, work for a side of its mechanism, and did not write the statement.
 */
export function mayConfirm(
  officer: InCharge & Acting & Pick<Officer, 'side'>,
  item: {
    fields: readonly string[]
    /** The two sides of its mechanism. */
    sides: readonly Side[]
    statementAuthorId: string | null
  },
): boolean {
  return maySpeak(officer, item) && officer.id !== item.statementAuthorId
}

/**
 * Whether the officer may say for their side what it holds of a published statement, or take that back: they may
 * state the item and work for a side of its mechanism.
 */
export function maySpeak(
  officer: InCharge & Pick<Officer, 'side'>,
  item: { fields: readonly string[]; sides: readonly Side[] },
): boolean {
  return mayState(officer, item) && item.sides.includes(officer.side)
}

/** Whether the officer may answer for the other side what an officer of one submitted as said by both. */
export function mayAnswer(
  officer: InCharge & Pick<Officer, 'side'>,
  submitted: { fields: readonly string[]; sides: readonly Side[]; authorSide: Side },
): boolean {
  return maySpeak(officer, submitted) && officer.side !== submitted.authorSide
}

/** Whether the officer may upload a spreadsheet; each of its rows is then judged by `mayState` and `mayEdit`. */
export function mayImport(officer: Acting): boolean {
  return mayWrite(officer)
}
