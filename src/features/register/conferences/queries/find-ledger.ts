import 'server-only'
import { bySession } from '@/features/register/documents/model'
import { toCitations, toSource, withCitations } from '@/features/register/sources/queries'
import { dateOf } from '@/features/register/subjects/model/columns'
import { byTitle } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { type Database, database } from '@/server/database/database'
import { announcementKinds, type ShownConferencePage } from '../model/conference'
import type { Ledger, LedgerEntry, LedgerGaps, LedgerQuestion, LedgerSource } from '../model/ledger'
import { findConference } from './conferences'

/** The reckoning of a conference; null for an unknown reference. */
export async function findLedger(reference: string): Promise<Ledger | null> {
  const conference = await findConference(reference)
  if (!conference) return null
  const db = await database()
  const documents = await readDocuments(db, reference)
  return {
    conference,
    sources: await readSources(db, conference),
    questions: [
      ...(Object.keys(conference.note).length > 0 ? [questionOf(conference)] : []),
      ...(await readProjectNotes(db, reference)),
      ...documents.flatMap(toQuestion),
    ],
    shared: await readShared(db, reference),
    gaps: await readGaps(db, conference, documents),
  }
}

function questionOf(conference: ShownConferencePage): LedgerQuestion {
  const { reference, name, note, announced } = conference
  return {
    kind: 'conference',
    reference,
    title: name,
    note,
    counted: null,
    citations: announcementKinds.flatMap((kind) => announced[kind].citations),
  }
}

const ofDocument = {
  texts: true,
  citations: withCitations,
  parties: { select: { organisationId: true } },
} as const satisfies Prisma.DocumentInclude
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof ofDocument }>

async function readDocuments(db: Database, reference: string): Promise<DocumentRow[]> {
  const rows = await db.document.findMany({
    where: { conference: { reference }, itemised: true },
    include: ofDocument,
  })
  return bySession(rows)
}

function toQuestion(row: DocumentRow): LedgerQuestion[] {
  const { title = {}, note = {} } = textsByPart(row.texts)
  if (row.counted === 'yes' && Object.keys(note).length === 0) return []
  const citations = toCitations(row.citations)
  const { reference, counted } = row
  return [{ kind: 'document', reference, title, note, counted, citations }]
}

async function readProjectNotes(db: Database, reference: string): Promise<LedgerQuestion[]> {
  const rows = await db.project.findMany({
    where: { conference: { reference }, texts: { some: { part: 'note' } } },
    include: { texts: true, citations: withCitations },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => {
    const { title = {}, note = {} } = textsByPart(row.texts)
    const citations = toCitations(row.citations)
    return {
      kind: 'project',
      reference: row.reference,
      title,
      note,
      counted: null,
      citations,
    }
  })
}

const named = { select: { reference: true, texts: true } } as const

/** The sources by how much they are cited for, the most first. */
async function readSources(db: Database, conference: ShownConferencePage): Promise<LedgerSource[]> {
  const ofThis = { conference: { reference: conference.reference } }
  const rows = await db.citation.findMany({
    where: {
      OR: [
        { announcement: { ...ofThis, number: { not: null } } },
        { field: ofThis },
        { project: { ...ofThis, itemised: true } },
        { document: { ...ofThis, itemised: true } },
      ],
    },
    include: {
      source: { include: { texts: true } },
      announcement: { select: { kind: true, number: true } },
      field: named,
      project: named,
      document: named,
    },
    orderBy: [{ position: 'asc' }],
  })
  const sources = new Map<string, LedgerSource>()
  for (const row of rows) {
    const found = sources.get(row.source.slug) ?? {
      source: toSource(row.source),
      numbers: [],
      named: { fields: [], projects: [], documents: [] },
    }
    sources.set(row.source.slug, found)
    const { announcement, quote } = row
    if (announcement?.number) {
      found.numbers.push({ kind: announcement.kind, number: announcement.number, quote })
    }
    addOnce(found.named.fields, 'field', row.field)
    addOnce(found.named.projects, 'project', row.project)
    addOnce(found.named.documents, 'document', row.document)
  }
  for (const one of sources.values()) {
    one.numbers.sort(
      (a, b) => announcementKinds.indexOf(a.kind) - announcementKinds.indexOf(b.kind),
    )
    for (const list of Object.values(one.named)) list.sort(byReference)
  }
  const weight = ({ numbers, named }: LedgerSource) =>
    numbers.length + Object.values(named).reduce((sum, list) => sum + list.length, 0)
  return [...sources.values()].sort(
    (a, b) => weight(b) - weight(a) || (a.source.slug < b.source.slug ? -1 : 1),
  )
}

type NamedRow = { reference: string; texts: Parameters<typeof textsByPart>[0] } | null

function addOnce(list: LedgerEntry[], kind: LedgerEntry['kind'], row: NamedRow): void {
  if (!row || list.some(({ reference }) => reference === row.reference)) return
  const texts = textsByPart(row.texts)
  list.push({ kind, reference: row.reference, title: texts.title ?? texts.name ?? {} })
}

function byReference(a: LedgerEntry, b: LedgerEntry): number {
  return a.reference.localeCompare(b.reference, 'en', { numeric: true })
}

/** Developments that more than one source reports. */
async function readShared(db: Database, reference: string): Promise<Ledger['shared']> {
  const ofThis = { some: { conference: { reference } } }
  const rows = await db.development.findMany({
    where: { OR: [{ projects: ofThis }, { fields: ofThis }] },
    include: { texts: true, citations: withCitations },
    orderBy: [{ date: 'asc' }, { slug: 'asc' }],
  })
  return rows
    .filter(({ citations }) => new Set(citations.map(({ sourceId }) => sourceId)).size > 1)
    .map((row) => ({
      kind: 'development',
      reference: row.slug,
      title: textsByPart(row.texts).summary ?? {},
      day: dateOf(row),
      citations: toCitations(row.citations),
    }))
}

async function readGaps(
  db: Database,
  { reference, announced }: ShownConferencePage,
  documents: readonly DocumentRow[],
): Promise<LedgerGaps> {
  const slots = {
    where: { conference: { reference }, itemised: false },
    select: { reference: true },
    orderBy: { position: 'asc' },
  } as const
  const toEntry = (row: DocumentRow): LedgerEntry => ({
    kind: 'document',
    ...byTitle(row),
  })
  return {
    numbers: announcementKinds.filter((kind) => announced[kind].number === null),
    slots: {
      projects: (await db.project.findMany(slots)).map((row) => row.reference),
      documents: (await db.document.findMany(slots)).map((row) => row.reference),
    },
    documentsWithoutParties: documents.filter(({ parties }) => parties.length === 0).map(toEntry),
    documentsWithoutDay: documents.filter(({ signedOn }) => signedOn === null).map(toEntry),
    textsUnknown: documents.filter(({ fullTextPublished }) => fullTextPublished === 'unknown')
      .length,
    projectsNotReported: await db.project.count({
      where: { conference: { reference }, itemised: true, state: 'not_reported' },
    }),
  }
}
