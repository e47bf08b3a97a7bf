import 'server-only'
import type { LiveStatement } from '@/features/desk/round/statements/model/item'
import { readItems } from '@/features/desk/round/statements/queries/items'
import { bySession } from '@/features/register/documents/model'
import {
  outsideLast,
  toParties,
  withItem,
} from '@/features/register/documents/queries/list-documents'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { isWithoutNews, newsDay } from '@/features/register/states/model/statements'
import { dateOf } from '@/features/register/subjects/model/columns'
import type { Prisma } from '@/generated/prisma/client'
import { lastDayOf, latestOf } from '@/i18n/dates'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { ReportedDocument, ReportedProject, ReportedStatement } from '../model'

const cited = { citations: withCitations } as const
const withProject = {
  ...cited,
  field: { select: { reference: true } },
  developments: { select: { date: true, datePrecision: true } },
} as const satisfies Prisma.ProjectInclude
const withDocument = {
  ...cited,
  parties: withItem.parties,
} as const satisfies Prisma.DocumentInclude

type Coverage = {
  conference: string
  /** ISO day. */
  heldOn: string
  /** References; null is the whole conference. */
  fields: readonly string[] | null
  /** ISO day. */
  today: string
}

/**
 * The itemised projects of a conference by the reference of their field, and its itemised documents, in their order; of
 * some fields only, where fields are named, and then with the documents of these that were signed outside a conference.
 */
export async function readCovered({ conference, heldOn, fields, today }: Coverage): Promise<{
  projects: Map<string, ReportedProject[]>
  documents: ReportedDocument[]
}> {
  const db = await database()
  const named = fields && { reference: { in: [...fields] } }
  const where = { conference: { reference: conference }, itemised: true }
  const projectRows = await db.project.findMany({
    where: { ...where, ...(named ? { field: named } : {}) },
    include: withProject,
    orderBy: { position: 'asc' },
  })
  const documentRows = await db.document.findMany({
    // What was signed outside a session belongs to none, but may belong to the fields asked for.
    where: named
      ? {
          itemised: true,
          fields: { some: named },
          OR: [{ conferenceId: null }, { conference: where.conference }],
        }
      : where,
    include: withDocument,
    orderBy: outsideLast,
  })
  const common = await commonOf([...projectRows, ...documentRows], today)
  const projects = new Map<string, ReportedProject[]>()
  for (const row of projectRows) {
    const heard = row.developments.map(dateOf)
    const field = row.field?.reference ?? ''
    const project = { ...common(row, [heldOn, ...heard]), state: row.state }
    projects.set(field, [...(projects.get(field) ?? []), project])
  }
  const documents = bySession(documentRows).map((row) => toDocument(row, common(row, [heldOn])))
  return { projects, documents }
}

/** The documents signed outside a session, in their order. @param today ISO day. */
export async function readOutside(today: string): Promise<ReportedDocument[]> {
  const db = await database()
  const rows = await db.document.findMany({
    where: { itemised: true, conferenceId: null },
    include: withDocument,
    orderBy: outsideLast,
  })
  const common = await commonOf(rows, today)
  return rows.map((row) => {
    const signedOn = isoDay(row.signedOn)
    return toDocument(row, common(row, signedOn ? [signedOn] : []))
  })
}

function toDocument(row: DocumentRow, common: Common): ReportedDocument {
  return {
    ...common,
    state: row.state,
    kind: row.kind,
    signedOn: isoDay(row.signedOn),
    counted: row.counted,
    parties: toParties(row.parties),
  }
}

/** What a report says of a project and a document alike. */
type Common = Omit<ReportedProject, 'state'>

/** What is said of each of these items. `heard` are the dates besides its statement's on which something was heard of it. */
async function commonOf(rows: readonly (ProjectRow | DocumentRow)[], today: string) {
  const db = await database()
  const held = await readItems(
    db,
    rows.map(({ reference }) => reference),
  )
  return (row: ProjectRow | DocumentRow, heard: readonly string[]): Common => {
    const item = held.get(row.reference)
    const statement = item ? toStatement(item.live) : null
    return {
      reference: row.reference,
      title: item?.title ?? {},
      statement,
      withoutNewsSince: silentSince([...heard, ...(statement ? [newsDay(statement)] : [])], today),
      citations: toCitations(row.citations),
    }
  }
}

type ProjectRow = Prisma.ProjectGetPayload<{ include: typeof withProject }>
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof withDocument }>

/** The latest of the dates (ISO days or months) on which something was heard, when nothing has been for nine months; else null. */
function silentSince(heard: readonly string[], today: string): string | null {
  const latest = latestOf(heard)
  return latest && isWithoutNews(lastDayOf(latest), today) ? latest : null
}

function toStatement(live: LiveStatement): ReportedStatement | null {
  const { asOf, assertedBy, note, reason, citations, confirmations, sides } = live
  if (asOf === null || assertedBy === null) return null
  return { asOf, assertedBy, note, reason, citations, confirmations, sides }
}

/** A date column as the day that it stores (Prisma reads it as midnight UTC). */
