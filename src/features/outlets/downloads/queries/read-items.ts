import 'server-only'
import type { DocumentFilter } from '@/features/register/documents/input'
import { bySession } from '@/features/register/documents/model'
import { documentCondition } from '@/features/register/documents/queries/condition'
import {
  orders as documentOrders,
  inOrder,
  placed,
  toItem,
  withItem,
} from '@/features/register/documents/queries/list-documents'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { ProjectFilter } from '@/features/register/projects/input'
import { projectCondition } from '@/features/register/projects/queries/condition'
import { listed, projectOrder, toListed } from '@/features/register/projects/queries/list-projects'
import { bySlug } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import { permalinkOf } from '../model/address'
import type { CitationCell } from '../model/columns'
import type { DocumentRow, ProjectRow } from '../model/items'

/** How many items are read at once. */
const atOnce = 200

/** What to include of citations, so that `citationCells` can read them. */
export const citations = {
  select: { quote: true, locator: true, source: { select: { slug: true } } },
  orderBy: { position: 'asc' },
} as const satisfies Prisma.CitationFindManyArgs

export function citationCells(
  rows: readonly Prisma.CitationGetPayload<typeof citations>[],
): CitationCell[] {
  return rows.map(({ quote, locator, source }) => ({ source: source.slug, quote, locator }))
}

const statement = {
  include: {
    texts: true,
    citations,
    confirmations: listed.currentStatement.select.confirmations,
  },
} as const satisfies Prisma.StatusStatementDefaultArgs

const wholeProject = {
  ...listed,
  texts: true,
  conference: { select: { reference: true, ...listed.conference.select } },
  citations,
  currentStatement: statement,
  documents: { select: { reference: true, conferenceId: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.ProjectInclude

/**
 * Every project that the filter of the list asks for, in its order, some at a time; not one page of it.
 * @param reference one project alone, whatever the filter.
 */
export async function* readProjects(
  filter: ProjectFilter,
  reference: string | null,
): AsyncGenerator<ProjectRow[]> {
  const db = await database()
  const ordered = await db.project.findMany({
    where: reference
      ? { reference }
      : projectCondition(filter, filter.q ? await listAlternatives() : []),
    orderBy: projectOrder(filter.sort),
    select: { reference: true },
  })
  const read = (where: Asked) => db.project.findMany({ where, include: wholeProject })
  for await (const rows of inPortions(ordered, read)) {
    yield rows.map((row) => {
      const { title, text, note } = textsByPart(row.texts)
      return {
        ...toListed(row),
        version: row.version,
        conference: row.conference.reference,
        field: row.field?.reference ?? null,
        title: title ?? {},
        text: text ?? {},
        note: note ?? {},
        statement: statementOf(row.currentStatement),
        citations: citationCells(row.citations),
        documents: bySession(row.documents).map((document) => document.reference),
        permalink: permalinkOf('project', row.reference, row.version),
      }
    })
  }
}

const wholeDocument = {
  ...withItem,
  citations,
  currentStatement: statement,
  signatories: {
    include: { person: { include: { texts: true } } },
    orderBy: { position: 'asc' },
  },
  fields: { select: { reference: true }, orderBy: { number: 'asc' } },
  projects: { select: { reference: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.DocumentInclude

/**
 * Every document that the filter of the list asks for, in its order, some at a time; the slots, which the page
 * folds together, at the end.
 * @param reference one document alone, whatever the filter.
 */
export async function* readDocuments(
  filter: DocumentFilter,
  reference: string | null,
): AsyncGenerator<DocumentRow[]> {
  const db = await database()
  const ordered = await db.document.findMany({
    where: reference
      ? { reference }
      : documentCondition(filter, filter.q ? await listAlternatives() : []),
    orderBy: documentOrders[filter.sort ?? 'reference'],
    select: { ...placed, itemised: true },
  })
  const placedOnes = inOrder(ordered, filter.sort)
  const slotsLast = [
    ...placedOnes.filter(({ itemised }) => itemised),
    ...placedOnes.filter(({ itemised }) => !itemised),
  ]
  const read = (where: Asked) => db.document.findMany({ where, include: wholeDocument })
  for await (const rows of inPortions(slotsLast, read)) {
    yield rows.map((row) => ({
      ...toItem(row),
      version: row.version,
      note: textsByPart(row.texts).note ?? {},
      fullTextPublished: row.fullTextPublished,
      statement: statementOf(row.currentStatement),
      citations: citationCells(row.citations),
      lastRevisedAt: row.lastRevisedAt?.toISOString() ?? null,
      fields: row.fields.map((field) => field.reference),
      projects: row.projects.map((project) => project.reference),
      signatories: row.signatories.map(({ person }) => bySlug(person)),
      permalink: permalinkOf('document', row.reference, row.version),
    }))
  }
}

function statementOf(
  row: Prisma.StatusStatementGetPayload<typeof statement> | null,
): ProjectRow['statement'] {
  if (!row) return null
  const { note, reason } = textsByPart(row.texts)
  return {
    asOf: isoDay(row.asOf),
    assertedBy: row.assertedBy,
    note: note ?? {},
    reason: reason ?? {},
    citations: citationCells(row.citations),
  }
}

type Asked = { reference: { in: string[] } }

/** Rows in the order of their references, some at a time. */
async function* inPortions<Row extends { reference: string }>(
  ordered: readonly { reference: string }[],
  read: (where: Asked) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let from = 0; from < ordered.length; from += atOnce) {
    const some = ordered.slice(from, from + atOnce).map(({ reference }) => reference)
    const rows = await read({ reference: { in: some } })
    const held = new Map(rows.map((row) => [row.reference, row]))
    yield some.flatMap((reference) => held.get(reference) ?? [])
  }
}
