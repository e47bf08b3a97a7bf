import { z } from 'zod'
import { developmentKinds } from '@/features/register/developments/model'
import {
  countedAnswers,
  documentKinds,
  publicationAnswers,
} from '@/features/register/documents/model'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import type { Language } from '@/i18n/language'
import { type FieldKey, says } from './described'
import { date, day, evidenceWith, type Naming, time } from './evidence'
import { revisionsWith } from './revisions'
import { type PassageSchemas, passageSchemas } from './texts'

/** What can be read, each as a collection and one by one. */
export const resourceNames = [
  'conferences',
  'fields',
  'projects',
  'documents',
  'organisations',
  'developments',
  'sources',
  'revisions',
] as const
export type ResourceName = (typeof resourceNames)[number]

/** How each thing is written in a collection, and by itself. */
export type Resources = Record<ResourceName, { listed: z.ZodType; whole: z.ZodType }>

/**
 * The schemas that write what queries give: only what they name leaves the register, and passages are in the
 * form asked for. The document is made from the same definitions, in either form.
 */
export function resourcesWith({ text, title }: PassageSchemas, named: Naming): Resources {
  const { citations, statement, sources } = evidenceWith(text, named)
  const reference = says(z.string(), 'reference')
  const byName = named(z.object({ reference, name: says(text, 'name') }), 'NameLink')
  const byTitle = named(z.object({ reference, title: says(title, 'title') }), 'TitleLink')
  const titled = { reference, title: says(title, 'title') }
  const signed = { ...titled, signedOn: says(day.nullable(), 'signedOn') }
  const person = named(
    z.object({ slug: says(z.string(), 'slug'), name: says(text, 'name') }),
    'Person',
  )

  const announced = named(
    z.object({
      number: says(z.int().nullable(), 'announcedNumber'),
      citations: says(citations, 'citations'),
    }),
    'Announcement',
  )
  const counts = { fields: z.int(), projects: z.int(), documents: z.int() }
  const conference = {
    reference,
    number: says(z.int(), 'conferenceNumber'),
    heldOn: says(day, 'heldOn'),
    name: says(text, 'name'),
    place: says(text, 'place'),
    note: says(text, 'note'),
    chairs: listOf(
      { side: says(z.string(), 'side'), city: says(text, 'city'), name: says(text, 'name') },
      'chairs',
    ),
    announced: says(
      z.object({ fields: announced, projects: announced, documents: announced }),
      'announced',
    ),
    itemised: says(z.object(counts), 'itemisedCounts'),
    slots: says(z.object({ projects: z.int(), documents: z.int() }), 'slots'),
  }

  const field = { reference, number: says(z.int(), 'fieldNumber'), name: says(text, 'name') }
  const states = listOf(
    { state: says(z.enum(projectStates), 'projectState'), count: says(z.int(), 'stateCount') },
    'stateCounts',
  )

  const confirmedBy = says(z.array(z.string()), 'confirmedBy')
  const citation = says(
    z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }).nullable(),
    'citation',
  )
  const lastRevisedAt = says(time.nullable(), 'lastRevisedAt')
  const project = {
    reference,
    itemised: says(z.boolean(), 'itemised'),
    title: says(title, 'title'),
    field: says(byName.nullable(), 'projectField'),
    state: says(z.enum(projectStates).nullable(), 'projectStateThen'),
    stateAsOf: says(day.nullable(), 'stateAsOf'),
    confirmedBy,
    lastRevisedAt,
  }
  const party = named(
    z.object({
      slug: says(z.string(), 'slug'),
      side: says(z.string(), 'side'),
      role: says(z.enum(['party', 'witness']), 'partyRole'),
      name: says(text, 'name'),
    }),
    'Party',
  )
  const listedDocument = {
    reference,
    conference: says(z.string().nullable(), 'documentConference'),
    itemised: says(z.boolean(), 'itemised'),
    title: says(title, 'title'),
    kind: says(z.enum(documentKinds).nullable(), 'documentKind'),
    signedOn: says(day.nullable(), 'signedOn'),
    counted: says(z.enum(countedAnswers), 'counted'),
    state: says(z.enum(documentStates), 'documentState'),
    confirmedBy,
    parties: says(z.array(party), 'parties'),
  }
  const documentItem = named(z.object(listedDocument), 'ListedDocument')
  const organisation = {
    slug: says(z.string(), 'slug'),
    side: says(z.string(), 'side'),
    name: says(text, 'name'),
  }
  const development = named(
    z.object({
      slug: says(z.string(), 'slug'),
      date: says(date, 'developmentDate'),
      kind: says(z.enum(developmentKinds).nullable(), 'developmentKind'),
      namesTheConference: says(z.boolean(), 'namesTheConference'),
      summary: says(text, 'summary'),
      note: says(text, 'note'),
      fields: says(z.array(byName), 'linkedFields'),
      projects: says(z.array(byTitle), 'linkedProjects'),
      citations: says(citations, 'citations'),
    }),
    'Development',
  )

  return {
    conferences: {
      listed: named(z.object(conference), 'ListedConference'),
      whole: named(
        z.object({
          ...conference,
          fields: listOf(field, 'conferenceFields'),
          documents: listOf(
            { ...titled, isCounted: says(z.boolean(), 'isCounted') },
            'conferenceDocuments',
          ),
        }),
        'Conference',
      ),
    },
    fields: {
      listed: named(
        z.object({ ...field, conference: says(z.string(), 'conferenceReference'), states }),
        'ListedField',
      ),
      whole: named(
        z.object({
          ...field,
          note: says(text, 'note'),
          conference: says(byName, 'conference'),
          states,
          projects: says(z.array(byTitle), 'fieldProjects'),
          documents: listOf(signed, 'linkedDocuments'),
          citations: says(citations, 'citations'),
        }),
        'Field',
      ),
    },
    projects: {
      listed: named(z.object(project), 'ListedProject'),
      whole: named(
        z.object({
          ...project,
          text: says(text, 'text'),
          note: says(text, 'note'),
          conference: says(
            z.object({
              reference,
              name: says(text, 'name'),
              heldOn: says(day, 'heldOn'),
              announced: says(z.int().nullable(), 'announcedNumber'),
              citations: says(citations, 'citations'),
            }),
            'conference',
          ),
          statement: says(statement.nullable(), 'statement'),
          documents: listOf(
            {
              ...signed,
              parties: says(z.array(person), 'parties'),
              signatories: says(z.array(person), 'signatories'),
            },
            'linkedDocuments',
          ),
          citations: says(citations, 'citations'),
          citation,
        }),
        'Project',
      ),
    },
    documents: {
      listed: documentItem,
      whole: named(
        z.object({
          ...listedDocument,
          note: says(text, 'note'),
          conferenceName: says(text, 'conferenceName'),
          place: says(text, 'place'),
          announced: says(z.int().nullable(), 'announcedNumber'),
          fullTextPublished: says(z.enum(publicationAnswers), 'fullTextPublished'),
          signatories: says(z.array(person), 'signatories'),
          fields: says(z.array(byName), 'linkedFields'),
          projects: says(z.array(byTitle), 'linkedProjects'),
          statement: says(statement.nullable(), 'statement'),
          citations: says(citations, 'citations'),
          lastRevisedAt,
          citation,
        }),
        'Document',
      ),
    },
    organisations: {
      listed: named(
        z.object({ ...organisation, documents: says(z.int(), 'documentCount') }),
        'ListedOrganisation',
      ),
      whole: named(
        z.object({ ...organisation, documents: says(z.array(documentItem), 'signedDocuments') }),
        'Organisation',
      ),
    },
    developments: { listed: development, whole: development },
    sources,
    revisions: revisionsWith(text, named),
  }
}

function listOf(shape: z.ZodRawShape, key: FieldKey) {
  return says(z.array(z.object(shape)), key)
}

const written = new Map<Language | null, Resources>()

/** The schemas that write an answer in one language, or in all of them for null. */
export function resourcesIn(language: Language | null): Resources {
  const known = written.get(language) ?? resourcesWith(passageSchemas(language), (schema) => schema)
  written.set(language, known)
  return known
}
