import {
  announcementKinds,
  type ShownConference,
} from '@/features/register/conferences/model/conference'
import { actorRoles, revisionActions, type ShownRevision } from '@/features/register/log/model'
import { type ShownSource, sourceKinds } from '@/features/register/sources/model'
import { subjectKinds } from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { type CitationCell, inLanguage, names, passage } from './columns'
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
  namesTheConference: boolean
  summary: LocalizedText
  fields: string[]
  projects: string[]
  citations: CitationCell[]
}
export type SourceRow = Versioned & ShownSource
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

const version: Column<Versioned> = {
  name: 'revision',
  type: 'integer',
  meaning: 'revision',
  of: (row) => row.version,
}
const slug = <Row extends { slug: string }>(meaning: Column<never>['meaning']): Column<Row> => ({
  name: 'slug',
  type: 'text',
  meaning,
  of: (row) => row.slug,
})
const citations: Column<{ citations: readonly CitationCell[] }> = {
  name: 'citations',
  type: 'json',
  meaning: 'citations',
  of: (row) => row.citations,
}
const page: Column<{ page: string }> = {
  name: 'page',
  type: 'text',
  meaning: 'page',
  of: (row) => row.page,
}

export const organisationColumns: Column<OrganisationRow>[] = [
  slug('organisationSlug'),
  version,
  { name: 'side', type: 'text', meaning: 'side', of: (row) => row.side },
  ...passage<OrganisationRow>('name', 'name', (row) => row.name),
  { name: 'documents', type: 'list', meaning: 'signedDocuments', of: (row) => row.documents },
  page,
]

export const developmentColumns: Column<DevelopmentRow>[] = [
  slug('developmentSlug'),
  version,
  { name: 'date', type: 'day', meaning: 'date', of: (row) => row.date },
  {
    name: 'names_the_conference',
    type: 'boolean',
    meaning: 'namesTheConference',
    of: (row) => row.namesTheConference,
  },
  ...passage<DevelopmentRow>('summary', 'summary', (row) => row.summary),
  { name: 'fields', type: 'list', meaning: 'linkedFields', of: (row) => row.fields },
  { name: 'projects', type: 'list', meaning: 'linkedProjects', of: (row) => row.projects },
  citations,
]

export const sourceColumns: Column<SourceRow>[] = [
  slug('sourceSlug'),
  version,
  { name: 'publisher', type: 'text', meaning: 'publisher', of: (row) => row.publisher },
  { name: 'published_on', type: 'day', meaning: 'publishedOn', of: (row) => row.publishedOn },
  { name: 'title', type: 'text', meaning: 'sourceTitle', of: (row) => row.title },
  {
    name: 'source_kind',
    type: 'text',
    meaning: 'sourceKind',
    codes: sourceKinds,
    of: (row) => row.kind,
  },
  {
    name: 'language',
    type: 'text',
    meaning: 'sourceLanguage',
    codes: languages,
    of: (row) => row.language,
  },
  { name: 'url', type: 'text', meaning: 'url', of: (row) => row.url },
  ...passage<SourceRow>('note', 'sourceNote', (row) => row.note),
]

export const conferenceColumns: Column<ConferenceRow>[] = [
  { name: 'reference', type: 'text', meaning: 'reference', of: (row) => row.reference },
  version,
  { name: 'mechanism', type: 'text', meaning: 'mechanism', of: (row) => row.mechanism },
  { name: 'number', type: 'integer', meaning: 'conferenceNumber', of: (row) => row.number },
  { name: 'held_on', type: 'day', meaning: 'heldOn', of: (row) => row.heldOn },
  ...passage<ConferenceRow>('name', 'name', (row) => row.name),
  ...passage<ConferenceRow>('place', 'place', (row) => row.place),
  ...passage<ConferenceRow>('note', 'itemNote', (row) => row.note),
  {
    name: 'chairs',
    type: 'json',
    meaning: 'chairs',
    of: (row) => row.chairs.map(({ side, slug: person }) => ({ side, person })),
  },
  ...names<ConferenceRow>('chair_names', 'chairNames', (row) => row.chairs),
  ...announcementKinds.flatMap((kind): Column<ConferenceRow>[] => [
    {
      name: `announced_${kind}`,
      type: 'integer',
      meaning: 'announced',
      of: (row) => row.announced[kind],
    },
    {
      name: `itemised_${kind}`,
      type: 'integer',
      meaning: 'itemisedCount',
      of: (row) => row.itemised[kind],
    },
  ]),
  {
    name: 'not_itemised_projects',
    type: 'integer',
    meaning: 'notItemised',
    of: (row) => row.slots.projects,
  },
  {
    name: 'not_itemised_documents',
    type: 'integer',
    meaning: 'notItemised',
    of: (row) => row.slots.documents,
  },
  {
    name: 'citations',
    type: 'json',
    meaning: 'announcementCitations',
    of: (row) => row.citations,
  },
  page,
]

export const fieldColumns: Column<FieldRow>[] = [
  { name: 'reference', type: 'text', meaning: 'reference', of: (row) => row.reference },
  version,
  { name: 'conference', type: 'text', meaning: 'conference', of: (row) => row.conference },
  { name: 'number', type: 'integer', meaning: 'fieldNumber', of: (row) => row.number },
  ...passage<FieldRow>('name', 'name', (row) => row.name),
  { name: 'projects', type: 'list', meaning: 'linkedProjects', of: (row) => row.projects },
  { name: 'documents', type: 'list', meaning: 'linkedDocuments', of: (row) => row.documents },
  citations,
  page,
]

export const glossaryColumns: Column<TermRow>[] = [
  slug('termSlug'),
  version,
  ...passage<TermRow>('term', 'term', (row) => row.name),
  { name: 'also', type: 'list', meaning: 'also', of: (row) => row.also },
]

export const revisionColumns: Column<RevisionRow>[] = [
  { name: 'number', type: 'integer', meaning: 'logNumber', of: (row) => row.number },
  {
    name: 'subject_kind',
    type: 'text',
    meaning: 'subjectKind',
    codes: subjectKinds,
    of: (row) => row.kind,
  },
  { name: 'subject', type: 'text', meaning: 'subject', of: (row) => row.reference },
  {
    name: 'subject_revision',
    type: 'integer',
    meaning: 'subjectRevision',
    of: (row) => row.revision,
  },
  {
    name: 'action',
    type: 'text',
    meaning: 'action',
    codes: revisionActions,
    of: (row) => row.action,
  },
  { name: 'recorded_at', type: 'time', meaning: 'recordedAt', of: (row) => row.recordedAt },
  {
    name: 'actor_role',
    type: 'text',
    meaning: 'actorRole',
    codes: actorRoles,
    of: (row) => row.actor.role,
  },
  { name: 'actor_side', type: 'text', meaning: 'actorSide', of: (row) => row.actor.side },
  {
    name: 'approver_role',
    type: 'text',
    meaning: 'approverRole',
    codes: actorRoles,
    of: (row) => row.approver?.role ?? null,
  },
  {
    name: 'approver_side',
    type: 'text',
    meaning: 'approverSide',
    of: (row) => row.approver?.side ?? null,
  },
  ...passage<RevisionRow>('title', 'subjectTitle', (row) => row.title),
  { name: 'corrects', type: 'integer', meaning: 'corrects', of: (row) => row.corrects },
  ...languages.map(
    (language): Column<RevisionRow> => ({
      name: inLanguage('correction_reason', language),
      type: 'text',
      meaning: 'correctionReason',
      language,
      of: (row) => row.correctionReason?.[language] ?? null,
    }),
  ),
  {
    name: 'changes',
    type: 'json',
    meaning: 'changes',
    of: (row) => row.changes.map(({ path, before, after }) => ({ path, before, after })),
  },
  { name: 'citations', type: 'json', meaning: 'changeCitations', of: (row) => row.citations },
  { name: 'permalink', type: 'text', meaning: 'permalink', of: (row) => row.permalink },
]
