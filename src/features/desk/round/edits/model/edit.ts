import type { Officer } from '@/features/desk/officers/model'
import { mayEdit, mayWrite } from '@/features/desk/officers/policy'
import type { Correction, Snapshot } from '@/features/register/log/model'
import type { NewSource } from '@/features/register/sources/input'
import type { FieldProblem } from '@/features/register/states/model'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import type { OriginDetail, TextOrigin } from '@/i18n/localized-text'

/** The kinds of subject that an officer can add or change through the round. */
export const editableKinds = [
  'project',
  'document',
  'development',
  'conference',
  'field',
  'organisation',
  'person',
  'source',
  'glossary_term',
] as const
export type EditableKind = (typeof editableKinds)[number]

export function isEditableKind(kind: string): kind is EditableKind {
  return (editableKinds as readonly string[]).includes(kind)
}

/** The passages that a subject of each kind may have, the ones it must have first marked. */
export const partsOf = {
  project: ['title', 'text', 'note'],
  document: ['title', 'note'],
  development: ['summary'],
  conference: ['name', 'place', 'note'],
  field: ['name'],
  organisation: ['name'],
  person: ['name'],
  source: ['note'],
  glossary_term: ['name', 'definition'],
} as const satisfies Record<EditableKind, readonly string[]>

/** The passages without which a subject of a kind cannot stand; a slot needs none. Lists call a project by its title. */
export const requiredParts = {
  project: ['title', 'text'],
  document: ['title'],
  development: ['summary'],
  conference: ['name'],
  field: ['name'],
  organisation: ['name'],
  person: ['name'],
  source: [],
  glossary_term: ['name'],
} as const satisfies Record<EditableKind, readonly string[]>

/** Whether a subject of a kind rests on citations of its own. */
export function hasCitations(kind: EditableKind): boolean {
  return ['project', 'document', 'development', 'field'].includes(kind)
}

/** One passage in one language as an officer leaves it. */
export type EditedText = {
  body: string
  origin: TextOrigin
  originDetail: OriginDetail | null
  /** Whether a person has read it against the original as it is now. */
  checked: boolean
}

/** What an edit puts on its way: the subject as it should be, and the sources it brings along. */
export type EditContent = {
  /** In the log's form. A citation of a new source names it `new:0`, `new:1` … */
  snapshot: Snapshot
  newSources: NewSource[]
}

/** An edit that can stand: what to put on its way, merged with what is live, the live version, what it corrects. */
export type JudgedEdit = { content: EditContent; version: number; correction: Correction | null }

/** Why a change of the register is not taken. */
export type EditRefused =
  | { reason: 'no_such_item' | 'not_in_charge' | 'nothing_changed' | 'no_such_revision' }
  | { reason: 'invalid'; problems: FieldProblem[] }
  | { reason: 'conflict'; conflicts: MergeConflict[] }

/** How a citation names the source at this place in `newSources`. */
export function newSourceName(index: number): string {
  return `new:${index}`
}

/**
 * What an edit can change of a subject: its facts, citations and texts, and the wording of the statement
 * that is live; not its state, which only a statement changes.
 */
export function editableOf(snapshot: Snapshot): Snapshot {
  const { state: _, statement, ...rest } = snapshot
  if (!isRecord(statement)) return rest as Snapshot
  return { ...rest, statement: { texts: statement.texts ?? {} } } as Snapshot
}

/** Under which key an officer's draft of a subject is kept; of a new one of its kind where there is no reference. */
export function draftKeyOf(kind: EditableKind, reference: string | null): string {
  return `edit:${kind}:${reference ?? 'new'}`
}

/** Whether a subject is a numbered place whose text or title is not held. */
export function isSlot(snapshot: Snapshot): boolean {
  return snapshot.itemised === false
}

/** References of the fields that a subject belongs to. */
export function fieldsOf(snapshot: Snapshot): string[] {
  if (typeof snapshot.field === 'string') return [snapshot.field]
  return Array.isArray(snapshot.fields) ? (snapshot.fields as string[]) : []
}

/**
 * Whether the editor of a subject is offered to an officer. A slot, and what is to be added, get their field
 * in the editor: whether that is in the officer's charge is asked when it is submitted.
 * @param snapshot null for a subject that is to be added.
 */
export function mayPropose(
  officer: Pick<Officer, 'role' | 'fields' | 'needsSecondFactor'>,
  kind: EditableKind,
  snapshot: Snapshot | null,
): boolean {
  const hasFields = kind === 'project' || kind === 'document' || kind === 'development'
  if (hasFields && (!snapshot || isSlot(snapshot))) return mayWrite(officer)
  return mayEdit(officer, { kind, fields: snapshot ? fieldsOf(snapshot) : [] })
}

/** The action that the log names for a change of the register. */
export function actionOf(
  before: Snapshot | null,
  after: Snapshot,
): 'entered' | 'itemised' | 'text_changed' | 'facts_changed' {
  if (!before) return 'entered'
  if (after.itemised === true && before.itemised === false) return 'itemised'
  const facts = ({ texts: _, statement: __, ...rest }: Snapshot) => JSON.stringify(sorted(rest))
  return facts(editableOf(before)) === facts(editableOf(after)) ? 'text_changed' : 'facts_changed'
}

/** Every text in a snapshot that may be the name of another subject: more than needed does no harm. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 120 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'texts' ? [] : namesIn(inner)))
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
