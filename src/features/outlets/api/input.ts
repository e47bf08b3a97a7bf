import { z } from 'zod'
import { developmentParameters } from '@/features/register/developments/input'
import { documentParameters as documentFilters } from '@/features/register/documents/input'
import { sourceParameters } from '@/features/register/evidence/input'
import { changeParameters, revisionNumber } from '@/features/register/history/input'
import { itemisedOfPrograms, projectParameters } from '@/features/register/projects/input'
import type { Language } from '@/i18n/language'
import { says } from './model/described'
import type { ResourceName } from './model/resources'

/** The names that a language is asked for by: those of our addresses, and the standard's. */
const languageNames = {
  tc: 'zh-Hant',
  sc: 'zh-Hans',
  en: 'en',
  'zh-Hant': 'zh-Hant',
  'zh-Hans': 'zh-Hans',
  'zh-Hant-HK': 'zh-Hant',
  'zh-Hans-CN': 'zh-Hans',
  'en-HK': 'en',
} as const satisfies Record<string, Language>
type LanguageName = keyof typeof languageNames

/** The language that is asked for; null for all of them. */
export function languageNamed(name: string | undefined): Language | null {
  return name === undefined ? null : languageNames[name as LanguageName]
}

const anyRevision = revisionNumber.pipe(z.int().min(1).max(999_999_999))
const key = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,119}$/)

/** How many of a collection one answer holds. */
export const limits = { fewest: 1, most: 200, default: 50 }

const lang = says(z.enum(Object.keys(languageNames) as [LanguageName]), 'askLang')
const at = says(
  z.union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    'Expected a day (2024-04-26) or a time with its zone (2024-04-26T12:00:00%2B08:00, + being written as %2B)',
  ),
  'askAt',
)
const on = says(z.iso.date('Expected a day (2024-04-26)'), 'askOn')
const limit = says(
  z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'Expected a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(limits.fewest).max(limits.most)),
  'askLimit',
)

/** What the address of the document may ask. */
export const documentParameters: Record<string, z.ZodType> = { lang: says(lang, 'askDocumentLang') }

/** The items' states are told of a day too. */
const ofDays: readonly ResourceName[] = ['projects', 'documents']

/** What the address of one thing may ask. */
export function itemParameters(name: ResourceName): Record<string, z.ZodType> {
  return ofDays.includes(name) ? { lang, at, on } : { lang, at }
}

const part = { limit, lang, at }
const keyed = { after: says(key, 'askAfter'), ...part }

/** What a collection's address may ask: the filters of its page, and which part of it in which form. */
export const collectionParameters: Record<ResourceName, Record<string, z.ZodType>> = {
  conferences: keyed,
  fields: { conference: says(projectParameters.conference, 'askConference'), ...keyed },
  projects: {
    q: says(projectParameters.q, 'askWords'),
    conference: says(projectParameters.conference, 'askConference'),
    field: says(projectParameters.field, 'askField'),
    state: says(projectParameters.state, 'askState'),
    itemised: says(itemisedOfPrograms, 'askItemisedProjects'),
    side: says(projectParameters.side, 'askProjectSide'),
    party: says(projectParameters.party, 'askProjectParty'),
    sort: says(projectParameters.sort, 'askProjectOrder'),
    after: says(projectParameters.after, 'askAfter'),
    ...part,
    on,
  },
  documents: {
    q: says(documentFilters.q, 'askWords'),
    conference: says(documentFilters.conference, 'askConference'),
    field: says(documentFilters.field, 'askField'),
    state: says(documentFilters.state, 'askState'),
    itemised: says(documentFilters.itemised, 'askItemisedDocuments'),
    side: says(documentFilters.side, 'askDocumentSide'),
    party: says(documentFilters.party, 'askDocumentParty'),
    kind: says(documentFilters.kind, 'askDocumentKind'),
    counted: says(documentFilters.counted, 'askCounted'),
    sort: says(documentFilters.sort, 'askDocumentOrder'),
    after: says(documentFilters.after, 'askAfter'),
    ...part,
    on,
  },
  organisations: keyed,
  developments: {
    project: says(key, 'askDevelopmentProject'),
    field: says(key, 'askDevelopmentField'),
    document: says(key, 'askDevelopmentDocument'),
    conference: says(developmentParameters.conference, 'askDevelopmentConference'),
    party: says(developmentParameters.party, 'askDevelopmentParty'),
    kind: says(developmentParameters.kind, 'askDevelopmentKind'),
    since: says(developmentParameters.since, 'askEventSince'),
    until: says(developmentParameters.until, 'askEventUntil'),
    ...keyed,
  },
  sources: {
    publisher: says(sourceParameters.publisher, 'askPublisher'),
    kind: says(sourceParameters.kind, 'askSourceKind'),
    language: says(sourceParameters.language, 'askSourceLanguage'),
    cited: says(sourceParameters.cited, 'askCited'),
    address: says(sourceParameters.address, 'askAddress'),
    since: says(sourceParameters.since, 'askPublishedSince'),
    until: says(sourceParameters.until, 'askPublishedUntil'),
    ...keyed,
  },
  revisions: {
    kind: says(changeParameters.kind, 'askSubjectKind'),
    field: says(changeParameters.field, 'askChangedField'),
    party: says(changeParameters.party, 'askChangedParty'),
    only: says(changeParameters.only, 'askOnly'),
    since: says(changeParameters.since, 'askSince'),
    until: says(changeParameters.until, 'askUntil'),
    after: says(anyRevision, 'askAfterRevision'),
    ...part,
  },
}

/** How an item of each collection is named in its address. */
export const itemKeys: Record<ResourceName, { name: string; schema: z.ZodType }> = {
  conferences: { name: 'reference', schema: says(key, 'conferenceKey') },
  fields: { name: 'reference', schema: says(key, 'fieldKey') },
  projects: { name: 'reference', schema: says(key, 'projectKey') },
  documents: { name: 'reference', schema: says(key, 'documentKey') },
  organisations: { name: 'slug', schema: says(key, 'organisationKey') },
  developments: { name: 'slug', schema: says(key, 'developmentKey') },
  sources: { name: 'slug', schema: says(key, 'sourceKey') },
  revisions: { name: 'number', schema: says(anyRevision, 'revisionKey') },
}

/** A part of a request that is wrong, and how. */
export type RequestError = { field: string; detail: string }

/** The parameters, all of them valid; or every error. */
export type ReadParameters =
  | { ok: true; values: Record<string, string> }
  | { ok: false; errors: RequestError[] }

/** Reads the query of an address strictly: an unknown, repeated or invalid parameter is an error, and none is dropped. */
export function readParameters(
  schemas: Record<string, z.ZodType>,
  query: URLSearchParams,
): ReadParameters {
  const errors: RequestError[] = []
  const values: Record<string, string> = {}
  for (const name of new Set(query.keys())) {
    const [value = '', ...more] = query.getAll(name)
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (!schema) {
      errors.push({ field: name, detail: `No such parameter. Known: ${known(schemas)}.` })
    } else if (more.length > 0) {
      errors.push({ field: name, detail: 'Given more than once.' })
    } else {
      const read = schema.safeParse(value)
      if (read.success) values[name] = value
      else errors.push({ field: name, detail: `${read.error.issues[0]?.message ?? 'Invalid'}.` })
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values }
}

function known(schemas: Record<string, z.ZodType>): string {
  return Object.keys(schemas).join(', ')
}
