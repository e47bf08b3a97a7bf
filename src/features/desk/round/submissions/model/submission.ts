import type { FieldProblem } from '@/components/forms/problems'
import type { OfficerRole } from '@/features/desk/officers/model'
import type { Correction } from '@/features/register/log/model'
import type { MergeConflict } from '@/features/register/subjects/model/merge'

/** What a submission proposes: a status statement, a side's differing view, a change of the register. */
export const submissionKinds = ['statement', 'view', 'edit'] as const
export type SubmissionKind = (typeof submissionKinds)[number]

/** How far it has come. `approved` waits for its release, `awaiting_side` for the other side's yes; a draft is no submission yet. */
export const submissionStates = [
  'submitted',
  'approved',
  'published',
  'returned',
  'withdrawn',
  'awaiting_side',
] as const
export type SubmissionState = (typeof submissionStates)[number]

/** Which state may follow which. None follows `published`, `returned` and `withdrawn`: the author submits again. */
const moves: Record<SubmissionState, readonly SubmissionState[]> = {
  submitted: ['approved', 'awaiting_side', 'published', 'returned', 'withdrawn'],
  approved: ['submitted', 'published', 'returned', 'withdrawn'],
  published: [],
  returned: [],
  withdrawn: [],
  awaiting_side: ['submitted', 'published', 'returned', 'withdrawn'],
}

/** Whether a submission in one state may come into another. */
export function mayMove(from: SubmissionState, to: SubmissionState): boolean {
  return moves[from].includes(to)
}

/** Whether somebody still has to decide, or its release is to come. */
export function isUnderway(state: SubmissionState): boolean {
  return underway.in.includes(state)
}

/** The states of what is underway, as a condition. */
export const underway: { in: SubmissionState[] } = {
  in: ['submitted', 'approved', 'awaiting_side'],
}

/** An officer as the log names one. */
export type Signing = { id: string; role: OfficerRole; side: string }

/** Who wrote what is being published, who approved it, who said yes for the other side, and what it corrects. */
export type Round = {
  author: Signing
  approver: Signing
  agreed: { officer: Signing; at: Date } | null
  correction: Correction | null
  /** The moment at which it becomes public: one for all of a release. */
  at: Date
}

/** What a submission's row says that it corrects. */
export function correctionOf(row: {
  corrects: number | null
  correctionReason: unknown
}): Correction | null {
  if (row.corrects === null) return null
  return { revision: row.corrects, why: row.correctionReason as Correction['why'] }
}

/** An officer as an entry of the log shows one. A viewer never acts; one who was made a viewer since is shown as the editor they were. */
export function signed({ id, role, side }: Signing) {
  return { role: role === 'viewer' ? ('editor' as const) : role, side, officerId: id }
}

/** Who wrote and who approved what is published, as an entry of the log says it. */
export function signedBy({ author, approver, at }: Round) {
  return { actor: signed(author), approver: signed(approver), at }
}

/**
 * Somebody else has published since what the submission speaks of; rolls the transaction back. An edit is merged
 * with that place by place, and names the places that stay at issue. A statement is one assertion, which nobody
 * makes in halves: it is at issue as a whole, and names none.
 */
export class Conflict extends Error {
  constructor(readonly places: readonly MergeConflict[] = []) {
    super('The subject has been changed by somebody else.')
  }
}
/** The source named in a citation is not in the register. */
export class NoSuchSource extends Error {}
/** The submission changes nothing that is published. */
export class NothingChanged extends Error {}
/** The submission is no longer valid as things are now. */
export class NotStanding extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('The submission cannot be published as it is.')
  }
}
/** Somebody else decided on the submission in the meantime. */
export class AlreadyDecided extends Error {}
