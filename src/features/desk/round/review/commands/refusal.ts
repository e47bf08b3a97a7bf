import 'server-only'
import type { FieldProblem } from '@/components/forms/problems'
import {
  Conflict,
  NoSuchSource,
  NothingChanged,
  NotStanding,
} from '@/features/desk/round/submissions/model/submission'
import type { MergeConflict } from '@/features/register/subjects/model/merge'

/** Why a publication failed that was expected to succeed. */
export type PublicationRefused =
  | { reason: 'conflict'; conflicts: readonly MergeConflict[] }
  | { reason: 'invalid'; problems: FieldProblem[] }
  | { reason: 'no_such_source' | 'nothing_changed' }

/**
 * The refusal that an error inside the transaction stands for.
 * @throws the error itself when it is none of the expected.
 */
export function refusalOf(error: unknown): PublicationRefused {
  if (error instanceof Conflict) return { reason: 'conflict', conflicts: error.places }
  if (error instanceof NotStanding) return { reason: 'invalid', problems: error.problems }
  if (error instanceof NoSuchSource) return { reason: 'no_such_source' }
  if (error instanceof NothingChanged) return { reason: 'nothing_changed' }
  throw error
}
