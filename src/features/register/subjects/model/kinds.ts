import type { Prisma } from '@/generated/prisma/client'
import { languages } from '@/i18n/language'

/** What a fact can name, of what the register holds. */
export type NamedKind =
  | 'mechanism'
  | 'city'
  | 'conference'
  | 'field'
  | 'project'
  | 'organisation'
  | 'person'

/**
 * One fact of a subject, for its column, its editor and the log. A `permanent` fact is part of the subject's
 * reference and fixed once it has one; an `optional` one may be left blank. A `later` one may be blank in the log,
 * which then leaves it out, as every entry made before the column existed does.
 */
export type Fact = {
  permanent?: true
  optional?: true
  later?: true
} & (
  | { type: 'day' | 'number' | 'address' | 'flag' | 'words' }
  /** A day; or the month, where a source gives no more. Two columns: the last day that it can mean, and its precision. */
  | { type: 'date' }
  /** @param most its greatest length, in characters. */
  | { type: 'line'; most: number }
  | { type: 'choice'; options: readonly string[] }
  | { type: 'one'; of: NamedKind }
  /** A set, or with `inOrder` a list whose order is kept. */
  | { type: 'many'; of: NamedKind; inOrder?: true }
  | { type: 'parties' | 'chairs' | 'announced' }
)

/** Whether a part of a subject's texts has to be there; a slot needs none. */
type Part = 'required' | 'optional'

/** What a kind of subject is. */
type Kind = {
  /** Its table, and the column by which addresses and the log know it. */
  table: Prisma.ModelName
  key: 'reference' | 'slug'
  /** The column of a text or citation that leads to it. */
  owner: keyof Prisma.TextUncheckedCreateInput & `${string}Id`
  /** Its passages, as a reader meets them. Lists call a project by its title. */
  parts: Partial<Record<Prisma.TextUncheckedCreateInput['part'], Part>>
  /** Whether it rests on citations of its own. */
  isCited: boolean
  /** Who is in charge of it: by its fields, every editor, or those of the whole register. */
  charge: 'fields' | 'everybody' | 'register'
  /** In the order of its editor. A column of its table that an officer fills stands here. */
  facts: Readonly<Record<string, Fact>>
}

const conference = { type: 'one', of: 'conference', permanent: true } as const
const number = { type: 'number', permanent: true } as const
const fields = { type: 'many', of: 'field' } as const
const projects = { type: 'many', of: 'project' } as const

/** The kinds of thing the public log speaks of: the one place that says what each is. */
export const kinds = {
  project: {
    table: 'Project',
    key: 'reference',
    owner: 'projectId',
    parts: { title: 'required', text: 'required', note: 'optional' },
    isCited: true,
    charge: 'fields',
    facts: {
      conference,
      field: { type: 'one', of: 'field', optional: true },
      itemised: { type: 'flag' },
    },
  },
  document: {
    table: 'Document',
    key: 'reference',
    owner: 'documentId',
    parts: { title: 'required', place: 'optional', note: 'optional' },
    isCited: true,
    charge: 'fields',
    facts: {
      conference: { ...conference, optional: true },
      /** Of a document signed outside a conference. */
      mechanism: {
        type: 'one',
        of: 'mechanism',
        permanent: true,
        optional: true,
        later: true,
      },
      itemised: { type: 'flag' },
      kind: {
        type: 'choice',
        options: [
          'memorandum',
          'memorandum_of_understanding',
          'arrangement',
          'letter_of_intent',
          'agreement',
          'action_plan',
        ],
        optional: true,
      },
      signedOn: { type: 'day', optional: true },
      counted: { type: 'choice', options: ['yes', 'presumed', 'unclear', 'no'] },
      fullTextPublished: { type: 'choice', options: ['yes', 'no', 'unknown'] },
      parties: { type: 'parties' },
      signatories: { type: 'many', of: 'person', inOrder: true },
      fields,
      projects,
    },
  },
  field: {
    table: 'Field',
    key: 'reference',
    owner: 'fieldId',
    parts: { name: 'required', note: 'optional' },
    isCited: true,
    charge: 'register',
    facts: { conference, number },
  },
  conference: {
    table: 'Conference',
    key: 'reference',
    owner: 'conferenceId',
    parts: { name: 'required', place: 'optional', note: 'optional' },
    isCited: false,
    charge: 'register',
    facts: {
      mechanism: { type: 'one', of: 'mechanism', permanent: true },
      number,
      heldOn: { type: 'day' },
      chairs: { type: 'chairs' },
      announced: { type: 'announced' },
    },
  },
  development: {
    table: 'Development',
    key: 'slug',
    owner: 'developmentId',
    parts: { summary: 'required', note: 'optional' },
    isCited: true,
    charge: 'fields',
    facts: {
      date: { type: 'date' },
      /** What happened, as the editors class it: stated of all that is entered or changed since there are kinds. */
      kind: {
        type: 'choice',
        options: ['signing', 'opening', 'event', 'meeting', 'measure', 'report'],
        later: true,
      },
      namesTheConference: { type: 'flag' },
      fields,
      projects,
    },
  },
  organisation: {
    table: 'Organisation',
    key: 'slug',
    owner: 'organisationId',
    parts: { name: 'required' },
    isCited: false,
    charge: 'everybody',
    facts: {
      side: { type: 'one', of: 'city' },
      also: { type: 'words', optional: true, later: true },
    },
  },
  person: {
    table: 'Person',
    key: 'slug',
    owner: 'personId',
    parts: { name: 'required' },
    isCited: false,
    charge: 'everybody',
    facts: {},
  },
  source: {
    table: 'Source',
    key: 'slug',
    owner: 'sourceId',
    parts: { publisher: 'optional', note: 'optional' },
    isCited: false,
    charge: 'everybody',
    facts: {
      url: { type: 'address', optional: true },
      publisher: { type: 'line', most: 200 },
      publishedOn: { type: 'day', optional: true },
      title: { type: 'line', most: 400, optional: true },
      kind: {
        type: 'choice',
        options: ['government', 'institution', 'news', 'newspaper', 'trade_press', 'repost'],
      },
      language: { type: 'choice', options: languages },
    },
  },
  glossary_term: {
    table: 'GlossaryTerm',
    key: 'slug',
    owner: 'glossaryTermId',
    parts: { name: 'required', definition: 'optional' },
    isCited: false,
    charge: 'register',
    facts: { also: { type: 'words', optional: true } },
  },
  mechanism: {
    table: 'Mechanism',
    key: 'slug',
    owner: 'mechanismId',
    parts: { name: 'required' },
    isCited: false,
    charge: 'register',
    facts: {
      referencePrefix: { type: 'line', most: 20, permanent: true },
      cities: { type: 'many', of: 'city', inOrder: true, permanent: true },
    },
  },
} as const satisfies Record<string, Kind>

export type SubjectKind = keyof typeof kinds
/** The columns of a text that lead to a subject. */
export type OwnerColumn = (typeof kinds)[SubjectKind]['owner']
export const subjectKinds = Object.keys(kinds) as [SubjectKind, ...SubjectKind[]]

/** The kinds of subject that an officer can add or change through the round, as the desk lists them. */
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
] as const satisfies readonly SubjectKind[]
export type EditableKind = (typeof editableKinds)[number]

export function isEditableKind(kind: string): kind is EditableKind {
  return (editableKinds as readonly string[]).includes(kind)
}

/** The passages that a subject of a kind may have, as a reader meets them. */
export function partsOf(kind: SubjectKind): string[] {
  return Object.keys(kinds[kind].parts)
}

/** The passages that a subject of a kind must have; a slot needs none. */
export function requiredParts(kind: SubjectKind): string[] {
  const parts: Kind['parts'] = kinds[kind].parts
  return Object.entries(parts).flatMap(([part, need]) => (need === 'required' ? [part] : []))
}

/** A fact with its name. */
export type NamedFact = Fact & { name: string }

/** The facts of a kind, as a list that can be walked. */
export function factsOf(kind: SubjectKind): NamedFact[] {
  const facts: Kind['facts'] = kinds[kind].facts
  return Object.entries(facts).map(([name, fact]) => ({ name, ...fact }))
}
