import {
  countedAnswers,
  documentKinds,
  publicationAnswers,
  type ShownParty,
} from '@/features/register/documents/model'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import type { LocalizedText } from '@/i18n/localized-text'
import { type CitationCell, names, passage } from './columns'
import type { Column } from './table'

/** What a project and a document have in common. Days and times are ISO. */
type ItemRow = {
  reference: string
  version: number
  conference: string
  itemised: boolean
  title: LocalizedText
  note: LocalizedText
  state: string
  confirmedBy: readonly string[]
  /** Null while nothing has been said of the state. */
  statement: {
    asOf: string
    assertedBy: string
    note: LocalizedText
    reason: LocalizedText
    citations: CitationCell[]
  } | null
  citations: CitationCell[]
  lastRevisedAt: string | null
  /** The permanent address of this version. */
  permalink: string | null
}
export type ProjectRow = ItemRow & {
  field: string | null
  text: LocalizedText
  documents: string[]
}
export type DocumentRow = ItemRow & {
  fields: string[]
  projects: string[]
  kind: string | null
  signedOn: string | null
  counted: string
  fullTextPublished: string
  parties: ShownParty[]
  signatories: { slug: string; name: LocalizedText }[]
}

// The names that officers' spreadsheets have for the same are kept (exchange/model.ts), so that what is taken
// away here can be uploaded at the desk.

const identity: Column<ItemRow>[] = [
  { name: 'reference', type: 'text', meaning: 'reference', of: (row) => row.reference },
  { name: 'revision', type: 'integer', meaning: 'revision', of: (row) => row.version },
]

const place: Column<ItemRow>[] = [
  { name: 'conference', type: 'text', meaning: 'conference', of: (row) => row.conference },
  { name: 'itemised', type: 'boolean', meaning: 'itemised', of: (row) => row.itemised },
]

/** What is said of the state, on what evidence. */
const statement = (states: readonly string[]): Column<ItemRow>[] => [
  { name: 'state', type: 'text', meaning: 'state', codes: states, of: (row) => row.state },
  { name: 'as_of', type: 'day', meaning: 'asOf', of: (row) => row.statement?.asOf ?? null },
  {
    name: 'asserted_by',
    type: 'text',
    meaning: 'assertedBy',
    of: (row) => row.statement?.assertedBy ?? null,
  },
  { name: 'confirmed_by', type: 'list', meaning: 'confirmedBy', of: (row) => row.confirmedBy },
  ...passage<ItemRow>('note', 'stateNote', (row) => row.statement?.note ?? {}),
  ...passage<ItemRow>('reason', 'reason', (row) => row.statement?.reason ?? {}),
  { name: 'source', type: 'text', meaning: 'source', of: (row) => first(row)?.source ?? null },
  { name: 'quote', type: 'text', meaning: 'quote', of: (row) => first(row)?.quote ?? null },
  { name: 'locator', type: 'text', meaning: 'locator', of: (row) => first(row)?.locator ?? null },
  {
    name: 'state_citations',
    type: 'json',
    meaning: 'stateCitations',
    of: (row) => row.statement?.citations ?? [],
  },
]

function first(row: ItemRow): CitationCell | undefined {
  return row.statement?.citations[0]
}

const end: Column<ItemRow>[] = [
  { name: 'citations', type: 'json', meaning: 'citations', of: (row) => row.citations },
  {
    name: 'last_revised_at',
    type: 'time',
    meaning: 'lastRevisedAt',
    of: (row) => row.lastRevisedAt,
  },
  { name: 'permalink', type: 'text', meaning: 'permalink', of: (row) => row.permalink },
]

export const projectColumns: Column<ProjectRow>[] = [
  ...identity,
  { name: 'kind', type: 'text', meaning: 'kind', codes: ['project'], of: () => 'project' },
  { name: 'field', type: 'text', meaning: 'field', of: (row) => row.field },
  ...place,
  ...passage<ProjectRow>('title', 'title', (row) => row.title),
  ...passage<ProjectRow>('text', 'text', (row) => row.text),
  ...passage<ProjectRow>('item_note', 'itemNote', (row) => row.note),
  ...statement(projectStates),
  { name: 'documents', type: 'list', meaning: 'linkedDocuments', of: (row) => row.documents },
  ...end,
]

export const documentColumns: Column<DocumentRow>[] = [
  ...identity,
  { name: 'kind', type: 'text', meaning: 'kind', codes: ['document'], of: () => 'document' },
  { name: 'field', type: 'list', meaning: 'linkedFields', of: (row) => row.fields },
  ...place,
  ...passage<DocumentRow>('title', 'title', (row) => row.title),
  ...passage<DocumentRow>('item_note', 'itemNote', (row) => row.note),
  {
    name: 'document_kind',
    type: 'text',
    meaning: 'documentKind',
    codes: documentKinds,
    of: (row) => row.kind,
  },
  { name: 'signed_on', type: 'day', meaning: 'signedOn', of: (row) => row.signedOn },
  {
    name: 'counted',
    type: 'text',
    meaning: 'counted',
    codes: countedAnswers,
    of: (row) => row.counted,
  },
  {
    name: 'full_text_published',
    type: 'text',
    meaning: 'fullTextPublished',
    codes: publicationAnswers,
    of: (row) => row.fullTextPublished,
  },
  {
    name: 'parties',
    type: 'json',
    meaning: 'parties',
    of: (row) => row.parties.map(({ slug, side, role }) => ({ organisation: slug, side, role })),
  },
  ...names<DocumentRow>('party_names', 'partyNames', (row) => row.parties),
  {
    name: 'signatories',
    type: 'list',
    meaning: 'signatories',
    of: (row) => row.signatories.map(({ slug }) => slug),
  },
  ...names<DocumentRow>('signatory_names', 'signatoryNames', (row) => row.signatories),
  ...statement(documentStates),
  { name: 'projects', type: 'list', meaning: 'linkedProjects', of: (row) => row.projects },
  ...end,
]
