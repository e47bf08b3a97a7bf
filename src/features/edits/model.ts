import type { OriginDetail, TextOrigin } from '../../i18n/localized-text'
import type { Snapshot } from '../revisions/model'
import type { NewSource } from '../sources/input'

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
  conference: [],
  field: ['name'],
  organisation: ['name'],
  person: ['name'],
  source: ['note'],
  glossary_term: ['name', 'definition'],
} as const satisfies Record<EditableKind, readonly string[]>

/** The passage without which a subject of a kind cannot stand; a slot needs none. */
export const requiredPart = {
  project: 'text',
  document: 'title',
  development: 'summary',
  conference: null,
  field: 'name',
  organisation: 'name',
  person: 'name',
  source: null,
  glossary_term: 'name',
} as const satisfies Record<EditableKind, string | null>

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
