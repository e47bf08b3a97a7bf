import 'server-only'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import type { DevelopmentFilter } from '@/features/register/developments/input'
import { listDevelopmentSlugs } from '@/features/register/developments/queries'
import type { SourceFilter } from '@/features/register/evidence/input'
import { narrowed } from '@/features/register/evidence/model'
import { listSourcesWithCounts } from '@/features/register/evidence/queries'
import { listTerms } from '@/features/register/glossary/queries'
import { dateOf } from '@/features/register/subjects/model/columns'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { byName, bySlug } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import { database } from '@/server/database/database'
import { pageAddress } from '../model/address'
import type {
  ConferenceRow,
  DevelopmentRow,
  FieldRow,
  OrganisationRow,
  SourceRow,
  TermRow,
} from '../model/subjects'
import { citationCells, citations } from './read-items'

const references = { select: { reference: true }, orderBy: { position: 'asc' } } as const

/** The organisations, by side and slug; or the one of a slug. */
export async function readOrganisations(slug: string | null): Promise<OrganisationRow[]> {
  const db = await database()
  const rows = await db.organisation.findMany({
    where: slug ? { slug } : {},
    include: {
      texts: true,
      parties: {
        select: { document: { select: { reference: true } } },
        orderBy: { document: { reference: 'asc' } },
      },
    },
    orderBy: [{ side: 'asc' }, { slug: 'asc' }],
  })
  return rows.map((row) => ({
    ...bySlug(row),
    version: row.version,
    side: row.side,
    documents: row.parties.map(({ document }) => document.reference),
    page: pageAddress(subjectPage('organisation', row.slug)),
  }))
}

/** The developments, newest first; or the one of a slug. */
export async function readDevelopments(
  filter: DevelopmentFilter,
  slug: string | null,
): Promise<DevelopmentRow[]> {
  const db = await database()
  const rows = await db.development.findMany({
    where: { slug: slug ? slug : { in: await listDevelopmentSlugs(filter) } },
    include: {
      texts: true,
      citations,
      fields: { select: { reference: true }, orderBy: { number: 'asc' } },
      projects: references,
    },
    orderBy: [{ date: 'desc' }, { datePrecision: 'desc' }, { slug: 'asc' }],
  })
  return rows.map((row) => ({
    slug: row.slug,
    version: row.version,
    date: dateOf(row),
    kind: row.kind,
    namesTheConference: row.namesTheConference,
    summary: textsByPart(row.texts).summary ?? {},
    fields: row.fields.map(({ reference }) => reference),
    projects: row.projects.map(({ reference }) => reference),
    citations: citationCells(row.citations),
  }))
}

/** The sources that the filter asks for, the latest first; or the one of a slug. */
export async function readSources(filter: SourceFilter, slug: string | null): Promise<SourceRow[]> {
  const db = await database()
  const all = await listSourcesWithCounts()
  const asked = slug ? all.filter((source) => source.slug === slug) : narrowed(all, filter)
  const rows = await db.source.findMany({ select: { slug: true, version: true } })
  const versions = new Map(rows.map(({ slug, version }) => [slug, version]))
  return asked.map((source) => ({
    ...source,
    version: versions.get(source.slug) ?? 0,
    page: pageAddress(subjectPage('source', source.slug)),
  }))
}

/** The conferences, the latest first; or the one of a reference. */
export async function readConferences(reference: string | null): Promise<ConferenceRow[]> {
  const db = await database()
  const rows = await db.conference.findMany({
    where: reference ? { reference } : {},
    include: {
      mechanism: { select: { slug: true } },
      announcements: { include: { citations } },
      chairs: { include: { person: { include: { texts: true } } }, orderBy: { side: 'asc' } },
    },
    orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
  })
  const shown = new Map((await listConferences()).map((one) => [one.reference, one]))
  return rows.flatMap((row) => {
    const conference = shown.get(row.reference)
    if (!conference) return []
    const announcements = announcementKinds.flatMap((kind) =>
      row.announcements.filter((announcement) => announcement.kind === kind),
    )
    return {
      ...conference,
      version: row.version,
      mechanism: row.mechanism.slug,
      chairs: row.chairs.map(({ side, person }) => ({ side, ...bySlug(person) })),
      announced: {
        fields: conference.announced.fields.number,
        projects: conference.announced.projects.number,
        documents: conference.announced.documents.number,
      },
      citations: announcements.flatMap((announcement) =>
        citationCells(announcement.citations).map((citation) => ({
          announced: announcement.kind,
          ...citation,
        })),
      ),
      page: pageAddress(subjectPage('conference', row.reference)),
    }
  })
}

/** The fields by conference, the latest first, in their order; or the one of a reference. */
export async function readFields(reference: string | null): Promise<FieldRow[]> {
  const db = await database()
  const rows = await db.field.findMany({
    where: reference ? { reference } : {},
    include: {
      texts: true,
      citations,
      conference: { select: { reference: true } },
      projects: references,
      documents: references,
    },
    orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
  })
  return rows.map((row) => ({
    ...byName(row),
    version: row.version,
    conference: row.conference.reference,
    number: row.number,
    projects: row.projects.map((project) => project.reference),
    documents: row.documents.map((document) => document.reference),
    citations: citationCells(row.citations),
    page: pageAddress(subjectPage('field', row.reference)),
  }))
}

/** The terms of the glossary in their order; or the one of a slug. */
export async function readTerms(slug: string | null): Promise<TermRow[]> {
  const db = await database()
  const versions = await db.glossaryTerm.findMany({ select: { slug: true, version: true } })
  const terms = await listTerms()
  return terms
    .filter((term) => slug === null || term.slug === slug)
    .map((term) => ({
      ...term,
      version: versions.find((row) => row.slug === term.slug)?.version ?? 0,
    }))
}
