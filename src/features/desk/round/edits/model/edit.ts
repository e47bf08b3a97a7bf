import type { FieldProblem } from '@/components/forms/problems'
import type { Officer } from '@/features/desk/officers/model'
import { mayEdit, mayWrite } from '@/features/desk/officers/policy'
import type { Correction } from '@/features/register/log/model'
import type { NewSource } from '@/features/register/sources/input'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import {
  editableOf,
  fieldsOf,
  isSlot,
  type ProposedSnapshot,
  snapshotOf,
} from '@/features/register/subjects/model/snapshot'
import { isRecord } from '@/features/register/subjects/model/values'
import type { OriginDetail, TextOrigin } from '@/i18n/localized-text'

/** One passage in one language as an officer leaves it. */
export type EditedText = {
  body: string
  origin: TextOrigin
  originDetail: OriginDetail | null
  /** Whether a person has read it against the original as it is now. */
  checked: boolean
}

/** What an edit submits: the subject as it should be, and the new sources that it cites. */
export type EditContent = {
  /** In the log's form. A citation of a new source names it `new:0`, `new:1` … */
  snapshot: ProposedSnapshot
  newSources: NewSource[]
}

/** An edit as a submission keeps it. @throws when it is none. */
export function editContentOf(json: unknown): EditContent {
  if (!isRecord(json) || !Array.isArray(json.newSources)) throw new Error('This is no edit.')
  return { snapshot: snapshotOf(json.snapshot), newSources: json.newSources }
}

/** An edit that may be submitted: its content merged with what is live, the live version, what it corrects. */
export type JudgedEdit = { content: EditContent; version: number; correction: Correction | null }

/** Why a change of the register is not taken. */
export type EditRefused =
  | { reason: 'no_such_item' | 'not_in_charge' | 'nothing_changed' | 'no_such_revision' }
  | { reason: 'invalid'; problems: FieldProblem[] }
  | { reason: 'conflict'; conflicts: MergeConflict[] }

/** Under which key an officer's draft of a subject is kept; of a new one of its kind where there is no reference. */
export function draftKeyOf(kind: EditableKind, reference: string | null): string {
  return `edit:${kind}:${reference ?? 'new'}`
}

/**
 * Whether the editor of a subject is offered to an officer. A slot, and what is to be added, get their field
 * in the editor: whether that is in the officer's charge is asked when it is submitted.
 * @param snapshot null for a subject that is to be added.
 */
export function mayPropose(
  officer: Pick<Officer, 'role' | 'fields' | 'needsSecondFactor'>,
  kind: EditableKind,
  snapshot: ProposedSnapshot | null,
): boolean {
  if (kinds[kind].charge === 'fields' && (!snapshot || isSlot(snapshot))) return mayWrite(officer)
  return mayEdit(officer, { kind, fields: snapshot ? fieldsOf(snapshot) : [] })
}

/** The action that the log names for a change of the register. */
export function actionOf(
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
): 'entered' | 'itemised' | 'text_changed' | 'facts_changed' {
  if (!before) return 'entered'
  if (after.itemised === true && before.itemised === false) return 'itemised'
  const facts = ({ texts: _, statement: __, ...rest }: ProposedSnapshot) =>
    JSON.stringify(sorted(rest))
  return facts(editableOf(before)) === facts(editableOf(after)) ? 'text_changed' : 'facts_changed'
}

/** A value with the keys of its objects in one order, so that equal things are written alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
