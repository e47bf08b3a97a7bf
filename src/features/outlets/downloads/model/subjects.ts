import {
  announcementKinds,
  type ShownConference,
} from '@/features/register/conferences/model/conference'
import { type DevelopmentKind, developmentKinds } from '@/features/register/developments/model'
import { countedKinds, type ListedSource } from '@/features/register/evidence/model'
import { actorRoles, revisionActions, type ShownRevision } from '@/features/register/log/model'
import { sourceKinds } from '@/features/register/sources/model'
import { subjectKinds } from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { type CitationCell, column, inLanguage, names, passage } from './columns'
import type { Column } from './table'

/** A row with the number of its latest revision. Days and times are ISO. */
type Versioned = { version: number }
export type OrganisationRow = Versioned & {
  slug: string
  side: string
  name: LocalizedText
  documents: string[]
  page: string
}
export type DevelopmentRow = Versioned & {
  slug: string
  date: string
  kind: DevelopmentKind | null
  namesTheConference: boolean
  summary: LocalizedText
  fields: string[]
  projects: string[]
  citations: CitationCell[]
}
export type SourceRow = Versioned & ListedSource & { page: string }
export type ConferenceRow = Versioned &
  Pick<
    ShownConference,
    'reference' | 'number' | 'heldOn' | 'name' | 'place' | 'note' | 'itemised' | 'slots'
  > & {
    mechanism: string
    chairs: { side: string; slug: string; name: LocalizedText }[]
    announced: Record<(typeof announcementKinds)[number], number | null>
    citations: (CitationCell & { announced: string })[]
    page: string
  }
export type FieldRow = Versioned & {
  reference: string
  conference: string
  number: number
  name: LocalizedText
  projects: string[]
  documents: string[]
  citations: CitationCell[]
  page: string
}
export type TermRow = Versioned & { slug: string; name: LocalizedText; also: string[] }
export type RevisionRow = ShownRevision & { permalink: string | null }

const version: Column<Versioned> = column('revision', 'integer', 'revision', (row) => row.version)
const slug = <Row extends { slug: string }>(meaning: Column<never>['meaning']) =>
  column<Row>('slug', 'text', meaning, (row) => row.slug)
const citations: Column<{ citations: readonly CitationCell[] }> = column(
  'citations',
  'json',
  'citations',
  (row) => row.citations,
)
const page: Column<{ page: string }> = column('page', 'text', 'page', (row) => row.page)

export const organisationColumns: Column<OrganisationRow>[] = [
  slug('organisationSlug'),
  version,
  column('side', 'text', 'side', (row) => row.side),
  ...passage<OrganisationRow>('name', 'name', (row) => row.name),
  column('documents', 'list', 'signedDocuments', (row) => row.documents),
  page,
]

export const developmentColumns: Column<DevelopmentRow>[] = [
  slug('developmentSlug'),
  version,
  column('date', 'date', 'date', (row) => row.date),
  column('development_kind', 'text', 'developmentKind', (row) => row.kind, developmentKinds),
  column('names_the_conference', 'boolean', 'namesTheConference', (row) => row.namesTheConference),
  ...passage<DevelopmentRow>('summary', 'summary', (row) => row.summary),
  column('fields', 'list', 'linkedFields', (row) => row.fields),
  column('projects', 'list', 'linkedProjects', (row) => row.projects),
  citations,
]

export const sourceColumns: Column<SourceRow>[] = [
  slug('sourceSlug'),
  version,
  column('publisher', 'text', 'publisher', (row) => row.publisher),
  ...passage<SourceRow>('publisher', 'publisherName', (row) => row.publisherNames),
  column('published_on', 'day', 'publishedOn', (row) => row.publishedOn),
  column('title', 'text', 'sourceTitle', (row) => row.title),
  column('source_kind', 'text', 'sourceKind', (row) => row.kind, sourceKinds),
  column('language', 'text', 'sourceLanguage', (row) => row.language, languages),
  column('url', 'text', 'url', (row) => row.url),
  ...passage<SourceRow>('note', 'sourceNote', (row) => row.note),
  ...countedKinds.map((kind) =>
    column<SourceRow>(
      `resting_${kind}s`,
      'integer',
      'restingCount',
      (row) => row.restingCounts[kind],
    ),
  ),
  page,
]

export const conferenceColumns: Column<ConferenceRow>[] = [
  column('reference', 'text', 'reference', (row) => row.reference),
  version,
  column('mechanism', 'text', 'mechanism', (row) => row.mechanism),
  column('number', 'integer', 'conferenceNumber', (row) => row.number),
  column('held_on', 'day', 'heldOn', (row) => row.heldOn),
  ...passage<ConferenceRow>('name', 'name', (row) => row.name),
  ...passage<ConferenceRow>('place', 'place', (row) => row.place),
  ...passage<ConferenceRow>('note', 'itemNote', (row) => row.note),
  column('chairs', 'json', 'chairs', (row) =>
    row.chairs.map(({ side, slug: person }) => ({ side, person })),
  ),
  ...names<ConferenceRow>('chair_names', 'chairNames', (row) => row.chairs),
  ...announcementKinds.flatMap((kind): Column<ConferenceRow>[] => [
    column(`announced_${kind}`, 'integer', 'announced', (row) => row.announced[kind]),
    column(`itemised_${kind}`, 'integer', 'itemisedCount', (row) => row.itemised[kind]),
  ]),
  column('not_itemised_projects', 'integer', 'notItemised', (row) => row.slots.projects),
  column('not_itemised_documents', 'integer', 'notItemised', (row) => row.slots.documents),
  column('citations', 'json', 'announcementCitations', (row) => row.citations),
  page,
]

export const fieldColumns: Column<FieldRow>[] = [
  column('reference', 'text', 'reference', (row) => row.reference),
  version,
  column('conference', 'text', 'conference', (row) => row.conference),
  column('number', 'integer', 'fieldNumber', (row) => row.number),
  ...passage<FieldRow>('name', 'name', (row) => row.name),
  column('projects', 'list', 'linkedProjects', (row) => row.projects),
  column('documents', 'list', 'linkedDocuments', (row) => row.documents),
  citations,
  page,
]

export const glossaryColumns: Column<TermRow>[] = [
  slug('termSlug'),
  version,
  ...passage<TermRow>('term', 'term', (row) => row.name),
  column('also', 'list', 'also', (row) => row.also),
]

export const revisionColumns: Column<RevisionRow>[] = [
  column('number', 'integer', 'logNumber', (row) => row.number),
  column('subject_kind', 'text', 'subjectKind', (row) => row.kind, subjectKinds),
  column('subject', 'text', 'subject', (row) => row.reference),
  column('subject_revision', 'integer', 'subjectRevision', (row) => row.revision),
  column('action', 'text', 'action', (row) => row.action, revisionActions),
  column('recorded_at', 'time', 'recordedAt', (row) => row.recordedAt),
  column('actor_role', 'text', 'actorRole', (row) => row.actor.role, actorRoles),
  column('actor_side', 'text', 'actorSide', (row) => row.actor.side),
  column('approver_role', 'text', 'approverRole', (row) => row.approver?.role ?? null, actorRoles),
  column('approver_side', 'text', 'approverSide', (row) => row.approver?.side ?? null),
  ...passage<RevisionRow>('title', 'subjectTitle', (row) => row.title),
  column('corrects', 'integer', 'corrects', (row) => row.corrects),
  ...languages.map(
    (language): Column<RevisionRow> => ({
      name: inLanguage('correction_reason', language),
      type: 'text',
      meaning: 'correctionReason',
      language,
      of: (row) => row.correctionReason?.[language] ?? null,
    }),
  ),
  column('changes', 'json', 'changes', (row) =>
    row.changes.map(({ path, before, after }) => ({ path, before, after })),
  ),
  column('citations', 'json', 'changeCitations', (row) => row.citations),
  column('permalink', 'text', 'permalink', (row) => row.permalink),
]
