import 'server-only'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, Snapshot } from '@/features/register/subjects/model/snapshot'
import { textsByPart } from '@/features/register/texts/model/text'
import { isoDay } from '@/i18n/formats'
import type { Transaction } from '@/server/database/database'

/**
 * The subject as the tables hold it now, in the log's form. The tables are a projection of the log:
 * for every subject this equals the `after` of its latest revision, and a test holds us to it.
 *
 * @throws when there is no such subject.
 */
export async function readSnapshot(
  tx: Transaction,
  kind: SubjectKind,
  reference: string,
): Promise<Snapshot> {
  // Through JSON once, so that what is compared is what is stored.
  return JSON.parse(JSON.stringify(await readers[kind](tx, reference)))
}

const texts = {
  orderBy: [{ part: 'asc' as const }, { language: 'asc' as const }],
}
const citations = {
  include: { source: true },
  orderBy: { position: 'asc' as const },
}
const currentStatement = {
  include: {
    texts,
    citations,
    confirmations: { include: { texts, citations }, orderBy: { at: 'asc' as const } },
  },
}
const byReference = {
  select: { reference: true },
  orderBy: { reference: 'asc' as const },
}

const readers: Record<SubjectKind, (tx: Transaction, reference: string) => Promise<Snapshot>> = {
  mechanism: async (tx, slug) => {
    const row = await tx.mechanism.findUniqueOrThrow({
      where: { slug },
      include: { texts },
    })
    return {
      referencePrefix: row.referencePrefix,
      cities: [row.firstCityCode, row.secondCityCode],
      texts: textsByPart(row.texts),
      citations: [],
    }
  },
  organisation: async (tx, slug) => {
    const row = await tx.organisation.findUniqueOrThrow({
      where: { slug },
      include: { texts },
    })
    return { side: row.side, texts: textsByPart(row.texts), citations: [] }
  },
  person: async (tx, slug) => {
    const row = await tx.person.findUniqueOrThrow({
      where: { slug },
      include: { texts },
    })
    return { texts: textsByPart(row.texts), citations: [] }
  },
  source: async (tx, slug) => {
    const row = await tx.source.findUniqueOrThrow({
      where: { slug },
      include: { texts },
    })
    return {
      publisher: row.publisher,
      publishedOn: isoDay(row.publishedOn),
      title: row.title,
      kind: row.kind,
      language: row.language,
      url: row.url,
      texts: textsByPart(row.texts),
      citations: [],
    }
  },
  conference: async (tx, reference) => {
    const row = await tx.conference.findUniqueOrThrow({
      where: { reference },
      include: {
        texts,
        mechanism: true,
        chairs: { include: { person: true }, orderBy: { side: 'asc' } },
        announcements: { include: { citations }, orderBy: { kind: 'asc' } },
      },
    })
    return {
      mechanism: row.mechanism.slug,
      number: row.number,
      heldOn: isoDay(row.heldOn),
      chairs: row.chairs.map((chair) => ({
        side: chair.side,
        person: chair.person.slug,
      })),
      announced: Object.fromEntries(
        row.announcements.map((announcement) => [
          announcement.kind,
          {
            number: announcement.number,
            citations: loggedCitations(announcement.citations),
          },
        ]),
      ),
      texts: textsByPart(row.texts),
      citations: [],
    }
  },
  field: async (tx, reference) => {
    const row = await tx.field.findUniqueOrThrow({
      where: { reference },
      include: { texts, citations, conference: true },
    })
    return {
      conference: row.conference.reference,
      number: row.number,
      texts: textsByPart(row.texts),
      citations: loggedCitations(row.citations),
    }
  },
  project: async (tx, reference) => {
    const row = await tx.project.findUniqueOrThrow({
      where: { reference },
      include: {
        texts,
        citations,
        conference: true,
        field: true,
        currentStatement,
      },
    })
    return {
      conference: row.conference.reference,
      field: row.field?.reference ?? null,
      itemised: row.itemised,
      state: row.state,
      statement: loggedStatement(row.currentStatement),
      texts: textsByPart(row.texts),
      citations: loggedCitations(row.citations),
    }
  },
  document: async (tx, reference) => {
    const row = await tx.document.findUniqueOrThrow({
      where: { reference },
      include: {
        texts,
        citations,
        conference: true,
        fields: byReference,
        projects: byReference,
        parties: {
          include: { organisation: true },
          orderBy: { position: 'asc' },
        },
        signatories: {
          include: { person: true },
          orderBy: { position: 'asc' },
        },
        currentStatement,
      },
    })
    return {
      conference: row.conference.reference,
      itemised: row.itemised,
      kind: row.kind,
      signedOn: isoDay(row.signedOn),
      counted: row.counted,
      fullTextPublished: row.fullTextPublished,
      parties: row.parties.map((party) => ({
        organisation: party.organisation.slug,
        role: party.role,
      })),
      signatories: row.signatories.map((signatory) => signatory.person.slug),
      fields: row.fields.map((field) => field.reference),
      projects: row.projects.map((project) => project.reference),
      state: row.state,
      statement: loggedStatement(row.currentStatement),
      texts: textsByPart(row.texts),
      citations: loggedCitations(row.citations),
    }
  },
  development: async (tx, slug) => {
    const row = await tx.development.findUniqueOrThrow({
      where: { slug },
      include: { texts, citations, fields: byReference, projects: byReference },
    })
    return {
      date: isoDay(row.date),
      namesTheConference: row.namesTheConference,
      fields: row.fields.map((field) => field.reference),
      projects: row.projects.map((project) => project.reference),
      texts: textsByPart(row.texts),
      citations: loggedCitations(row.citations),
    }
  },
  glossary_term: async (tx, slug) => {
    const row = await tx.glossaryTerm.findUniqueOrThrow({
      where: { slug },
      include: { texts },
    })
    return { also: row.also, texts: textsByPart(row.texts), citations: [] }
  },
}

type CitationRow = {
  source: { slug: string }
  quote: string | null
  locator: string | null
}

function loggedCitations(rows: CitationRow[]): LoggedCitation[] {
  return rows.map(({ source, quote, locator }) => ({
    source: source.slug,
    quote,
    locator,
  }))
}

type StatementRow = {
  asOf: Date
  assertedBy: string
  texts: Parameters<typeof textsByPart>[0]
  citations: CitationRow[]
  confirmations: ConfirmationRow[]
}

type ConfirmationRow = {
  side: string
  stance: string
  at: Date
  texts: Parameters<typeof textsByPart>[0]
  citations: CitationRow[]
}

function loggedStatement(row: StatementRow | null) {
  return (
    row && {
      asOf: isoDay(row.asOf),
      assertedBy: row.assertedBy,
      texts: textsByPart(row.texts),
      citations: loggedCitations(row.citations),
      // Left out while there are none, as in every entry made before sides could confirm.
      ...(row.confirmations.length > 0 ? { confirmations: latestBySide(row.confirmations) } : {}),
    }
  )
}

/** What each side last said of the statement, by side. */
function latestBySide(rows: ConfirmationRow[]) {
  return Object.fromEntries(
    rows.map((row) => [
      row.side,
      {
        stance: row.stance,
        at: row.at.toISOString(),
        texts: textsByPart(row.texts),
        citations: loggedCitations(row.citations),
      },
    ]),
  )
}

/** A date column as the day that it stores (Prisma reads it as midnight UTC). */
