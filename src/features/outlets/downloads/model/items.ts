import {
  countedAnswers,
  documentKinds,
  publicationAnswers,
  type ShownParty,
} from '@/features/register/documents/model'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { isDescriptive, type LocalizedText } from '@/i18n/localized-text'
import { type CitationCell, column, names, passage } from './columns'
import type { Column } from './table'

/** What a project and a document have in common. Days and times are ISO. */
type ItemRow = {
  reference: string
  version: number
  /** Null of a document signed outside a conference. */
  conference: string | null
  itemised: boolean
  title: LocalizedText
  note: LocalizedText
  /** Null where, of a day that was asked for, none is known. */
  state: string | null
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
  column('reference', 'text', 'reference', (row) => row.reference),
  column('revision', 'integer', 'revision', (row) => row.version),
]

const place: Column<ItemRow>[] = [
  column('conference', 'text', 'conference', (row) => row.conference),
  column('itemised', 'boolean', 'itemised', (row) => row.itemised),
]

const title: Column<ItemRow>[] = [
  ...passage<ItemRow>('title', 'title', (row) => row.title),
  column('title_is_descriptive', 'boolean', 'titleIsDescriptive', (row) =>
    isDescriptive(row.title),
  ),
]

/** What is said of the state, on what evidence. */
const statement = (states: readonly string[]): Column<ItemRow>[] => [
  column('state', 'text', 'state', (row) => row.state, states),
  column('as_of', 'day', 'asOf', (row) => row.statement?.asOf ?? null),
  column('asserted_by', 'text', 'assertedBy', (row) => row.statement?.assertedBy ?? null),
  column('confirmed_by', 'list', 'confirmedBy', (row) => row.confirmedBy),
  ...passage<ItemRow>('note', 'stateNote', (row) => row.statement?.note ?? {}),
  ...passage<ItemRow>('reason', 'reason', (row) => row.statement?.reason ?? {}),
  column('source', 'text', 'source', (row) => first(row)?.source ?? null),
  column('quote', 'text', 'quote', (row) => first(row)?.quote ?? null),
  column('locator', 'text', 'locator', (row) => first(row)?.locator ?? null),
  column('state_citations', 'json', 'stateCitations', (row) => row.statement?.citations ?? []),
]

function first(row: ItemRow): CitationCell | undefined {
  return row.statement?.citations[0]
}

const end: Column<ItemRow>[] = [
  column('citations', 'json', 'citations', (row) => row.citations),
  column('last_revised_at', 'time', 'lastRevisedAt', (row) => row.lastRevisedAt),
  column('permalink', 'text', 'permalink', (row) => row.permalink),
]

export const projectColumns: Column<ProjectRow>[] = [
  ...identity,
  column('kind', 'text', 'kind', () => 'project', ['project']),
  column('field', 'text', 'field', (row) => row.field),
  ...place,
  ...title,
  ...passage<ProjectRow>('text', 'text', (row) => row.text),
  ...passage<ProjectRow>('item_note', 'itemNote', (row) => row.note),
  ...statement(projectStates),
  column('documents', 'list', 'linkedDocuments', (row) => row.documents),
  ...end,
]

export const documentColumns: Column<DocumentRow>[] = [
  ...identity,
  column('kind', 'text', 'kind', () => 'document', ['document']),
  column('field', 'list', 'linkedFields', (row) => row.fields),
  ...place,
  ...title,
  ...passage<DocumentRow>('item_note', 'itemNote', (row) => row.note),
  column('document_kind', 'text', 'documentKind', (row) => row.kind, documentKinds),
  column('signed_on', 'day', 'signedOn', (row) => row.signedOn),
  column('counted', 'text', 'counted', (row) => row.counted, countedAnswers),
  column(
    'full_text_published',
    'text',
    'fullTextPublished',
    (row) => row.fullTextPublished,
    publicationAnswers,
  ),
  column('parties', 'json', 'parties', (row) =>
    row.parties.map(({ slug, side, role }) => ({ organisation: slug, side, role })),
  ),
  ...names<DocumentRow>('party_names', 'partyNames', (row) => row.parties),
  column('signatories', 'list', 'signatories', (row) => row.signatories.map(({ slug }) => slug)),
  ...names<DocumentRow>('signatory_names', 'signatoryNames', (row) => row.signatories),
  ...statement(documentStates),
  column('projects', 'list', 'linkedProjects', (row) => row.projects),
  ...end,
]
