/** The kinds of thing the public log speaks of. */
export const subjectKinds = [
  'project',
  'document',
  'field',
  'conference',
  'development',
  'organisation',
  'person',
  'source',
  'glossary_term',
  'mechanism',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

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
