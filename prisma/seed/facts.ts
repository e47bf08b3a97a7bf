import { z } from 'zod'
import {
  countedAnswers,
  documentKinds,
  publicationAnswers,
} from '@/features/register/documents/model'
import { sourceKinds } from '@/features/register/sources/model'
import { languages } from '@/i18n/language'
import aliases from './data/aliases.json'
import conferences from './data/conferences.json'
import developments from './data/developments.json'
import documents from './data/documents.json'
import fields from './data/fields.json'
import glossary from './data/glossary.json'
import keptTexts from './data/kept-texts.json'
import mechanism from './data/mechanism.json'
import openingStatuses from './data/opening-statuses.json'
import organisations from './data/organisations.json'
import persons from './data/persons.json'
import projects from './data/projects.json'
import sources from './data/sources.json'

// The files say kinds and origins in plain words; the schema's enums are those words joined up.
const joined = <Value extends string>(values: readonly Value[]) =>
  z.preprocess(
    (word) => (typeof word === 'string' ? word.replaceAll(' ', '_') : word),
    z.enum(values),
  )

const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`))
const side = z.enum(['HK', 'SH'])
export const bodies = z.strictObject({
  'zh-Hant': z.string().optional(),
  'zh-Hans': z.string().optional(),
  en: z.string().optional(),
})
export const origin = z.enum([
  'as printed',
  'official',
  'unofficial translation',
  'script conversion',
  'editorial',
  'press',
  'descriptive; exact title not printed',
  'as reported, in a Cantonese sentence',
])
export const origins = z.strictObject({
  'zh-Hant': origin.optional(),
  'zh-Hans': origin.optional(),
  en: origin.optional(),
})
export const citation = z.strictObject({
  source: z.string(),
  quote: z.string().optional(),
  locator: z.string().optional(),
})
export const citations = z.array(citation).min(1)
export const statement = z.strictObject({
  state: z.enum(['in_progress', 'ongoing']),
  asOf: day,
  note: bodies,
  citations,
})

const schema = z.strictObject({
  keptTexts: z.array(z.strictObject({ source: z.string(), body: z.string() })),
  mechanism: z.strictObject({
    cities: z.array(
      z.strictObject({
        code: side,
        name: bodies,
        shortName: z.strictObject({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }),
        script: z.enum(['zh-Hant', 'zh-Hans']),
      }),
    ),
    slug: z.string(),
    referencePrefix: z.string(),
    firstCity: side,
    secondCity: side,
    name: bodies,
  }),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      publisher: z.string(),
      publishedOn: day.nullable(),
      title: z.string().nullable(),
      kind: joined(sourceKinds),
      lang: z.enum(languages),
      url: z.string().nullable(),
      note: bodies.nullable(),
    }),
  ),
  organisations: z.array(
    z.strictObject({ id: z.string(), side, name: bodies, nameOrigin: origins }),
  ),
  aliases: z.array(
    z.strictObject({
      organisation: z.string(),
      also: z.partialRecord(z.enum(languages), z.array(z.string())),
      note: z.string().optional(),
    }),
  ),
  persons: z.array(z.strictObject({ slug: z.string(), name: bodies })),
  conferences: z.array(
    z.strictObject({
      number: z.int(),
      heldOn: day,
      place: bodies,
      name: bodies,
      nameOrigin: origins,
      chairs: z.strictObject({ HK: z.string(), SH: z.string() }),
      announced: z.strictObject({
        fields: z.int().nullable(),
        projects: z.int().nullable(),
        documents: z.int().nullable(),
      }),
      citations: z.array(
        citation.extend({
          supports: z.array(z.enum(['fields', 'projects', 'documents'])).min(1),
        }),
      ),
      note: bodies.nullable(),
    }),
  ),
  fields: z.array(
    z.strictObject({
      conference: z.string(),
      number: z.int(),
      name: bodies,
      nameOrigin: origins,
      note: bodies.optional(),
      citations,
    }),
  ),
  projects: z.array(
    z.strictObject({
      code: z.string(),
      field: z.int(),
      title: bodies,
      titleOrigin: origin,
      text: bodies,
      textOrigin: origins,
      note: bodies.nullable(),
      citations,
    }),
  ),
  documents: z.array(
    z.strictObject({
      reference: z.string(),
      id: z.string(),
      /** Null where it was signed outside a conference. */
      conference: z.string().nullable(),
      title: bodies,
      titleOrigin: origins,
      kind: joined(documentKinds),
      parties: z.array(z.string()),
      signedOn: day.nullable(),
      /** As of when it is known to have been signed, where the day of signing is not printed. */
      asOf: day.optional(),
      place: bodies.optional(),
      signatories: z.array(z.string()),
      fullTextPublished: z.enum(publicationAnswers),
      countedInAnnouncedTotal: z.enum(countedAnswers),
      /** Fields and projects of the 6th conference: the register's own links. */
      fields: z.array(z.int()),
      projects: z.array(z.string()),
      note: bodies.nullable(),
      citations,
    }),
  ),
  openingStatuses: z.array(
    z.strictObject({
      project: z.string(),
      status: z.enum(['in_progress', 'ongoing']),
      asOf: day,
      note: bodies,
      assertedBy: z.literal('editor'),
      citations,
    }),
  ),
  developments: z.array(
    z.strictObject({
      slug: z.string(),
      date: day,
      fields: z.array(z.int()),
      projects: z.array(z.string()),
      summary: bodies,
      namesTheConference: z.boolean(),
      citations,
    }),
  ),
  glossary: z.array(
    z.strictObject({
      slug: z.string(),
      term: bodies,
      also: z.array(z.string()),
    }),
  ),
})

/** The facts that the register opens with, as the files beside this one state them. */
export type Facts = z.output<typeof schema>
/** A passage as the facts hold it: its body in one to three languages. */
export type Bodies = z.output<typeof bodies>
/** Where a passage comes from, in the facts' own words. */
export type StatedOrigin = z.output<typeof origin>
/** A citation as the facts hold it, by the source's slug. */
export type StatedCitation = z.output<typeof citation>

/**
 * Reads the facts.
 * @throws when a file does not have the form that it should have.
 */
export function readFacts(): Facts {
  return schema.parse({
    keptTexts,
    mechanism,
    sources,
    organisations,
    aliases,
    persons,
    conferences,
    fields,
    projects,
    documents,
    openingStatuses,
    developments,
    glossary,
  })
}
