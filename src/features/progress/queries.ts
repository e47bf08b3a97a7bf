import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import type { LocalizedText } from '../../i18n/localized-text'
import { type Database, database, type Transaction } from '../../server/database/database'
import type { Officer, Side } from '../officers/model'
import { mayPublishOwn, mayReview, mayUpdate } from '../officers/policy'
import type { ShownCitation } from '../sources/model'
import { toCitations, withCitations } from '../sources/queries'
import { textsByPart } from '../texts/model'
import { type StatementInput, statementInput } from './input'
import { type AssertedBy, type ItemKind, type ItemState, itemKindOf } from './model'

/** The statement that is live for an item. Days are ISO. */
export type LiveStatement = {
  state: ItemState
  asOf: string | null
  assertedBy: AssertedBy | null
  note: LocalizedText
  reason: LocalizedText
  citations: ShownCitation[]
  /** The item's version that carries it. */
  version: number
}

/** An item as the desk needs it before an update. */
export type ItemForUpdate = {
  id: string
  kind: ItemKind
  reference: string
  itemised: boolean
  /** Its title, or its printed text; empty for a slot. */
  title: LocalizedText
  /** References of the fields that it belongs to. */
  fields: string[]
  /** ISO day of the conference that announced it. */
  conferenceDay: string
  live: LiveStatement
}

/** A submission as the desk lists it. Times are ISO. */
export type ListedSubmission = {
  id: string
  reference: string
  state: 'submitted' | 'published' | 'returned' | 'withdrawn'
  title: LocalizedText
  content: StatementInput
  baseVersion: number
  author: { id: string; name: string; side: Side }
  submittedAt: string
  returnReason: string | null
}

const currentStatement = { include: { texts: true, citations: withCitations } } as const
const withProject = {
  texts: true,
  field: true,
  conference: true,
  currentStatement,
} as const satisfies Prisma.ProjectInclude
const withDocument = {
  texts: true,
  fields: true,
  conference: true,
  currentStatement,
} as const satisfies Prisma.DocumentInclude

type ProjectRow = Prisma.ProjectGetPayload<{ include: typeof withProject }>
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof withDocument }>

/** The items that the officer may update, the oldest news first; those never reported lead. */
export async function listMyItems(officer: Officer): Promise<ItemForUpdate[]> {
  const db = await database()
  const projects = await db.project.findMany({
    include: withProject,
    orderBy: [{ stateAsOf: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }],
  })
  const documents = await db.document.findMany({
    include: withDocument,
    orderBy: [{ stateAsOf: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }],
  })
  return [...projects.map(fromProject), ...documents.map(fromDocument)]
    .filter((item) => mayUpdate(officer, item))
    .sort((a, b) => (a.live.asOf ?? '').localeCompare(b.live.asOf ?? ''))
}

/** One item with its live statement; null for an unknown reference. */
export async function findItemForUpdate(reference: string): Promise<ItemForUpdate | null> {
  return readItem(await database(), reference)
}

/** As `findItemForUpdate`, inside a transaction or out of one. */
export async function readItem(
  db: Database | Transaction,
  reference: string,
): Promise<ItemForUpdate | null> {
  if (itemKindOf(reference) === 'project') {
    const row = await db.project.findUnique({ where: { reference }, include: withProject })
    return row && fromProject(row)
  }
  const row = await db.document.findUnique({ where: { reference }, include: withDocument })
  return row && fromDocument(row)
}

/**
 * The submissions that concern the officer: those waiting for their decision, and their own that wait or
 * were returned, the oldest first.
 */
export async function listSubmissions(officer: Officer): Promise<{
  toReview: ListedSubmission[]
  waiting: ListedSubmission[]
  returned: ListedSubmission[]
}> {
  const db = await database()
  const rows = await db.submission.findMany({
    where: {
      OR: [
        { authorId: officer.id, state: { in: ['submitted', 'returned'] } },
        ...(mayPublishOwn(officer) ? [{ state: 'submitted' as const }] : []),
      ],
    },
    include: withItem,
    orderBy: { submittedAt: 'asc' },
  })
  const all = rows.map(toSubmission)
  const own = all.filter(({ author }) => author.id === officer.id)
  return {
    toReview: all.filter(
      ({ author, state }) => state === 'submitted' && mayReview(officer, { authorId: author.id }),
    ),
    waiting: own.filter(({ state }) => state === 'submitted'),
    returned: own.filter(({ state }) => state === 'returned'),
  }
}

/** One submission, decided or not; null for an unknown id. */
export async function findSubmission(id: string): Promise<ListedSubmission | null> {
  const db = await database()
  const row = await db.submission.findUnique({ where: { id }, include: withItem })
  return row && toSubmission(row)
}

/** The sources that a statement can cite, the latest first. */
export async function listSourceChoices(): Promise<{ slug: string; label: string }[]> {
  const db = await database()
  const rows = await db.source.findMany({
    orderBy: [{ publishedOn: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
  })
  return rows.map(({ slug, publisher, publishedOn, title }) => ({
    slug,
    label: [publishedOn?.toISOString().slice(0, 10), publisher, title].filter(Boolean).join(' · '),
  }))
}

const withItem = {
  author: true,
  project: { include: { texts: true } },
  document: { include: { texts: true } },
} as const satisfies Prisma.SubmissionInclude

function toSubmission(
  row: Prisma.SubmissionGetPayload<{ include: typeof withItem }>,
): ListedSubmission {
  const item = row.project ?? row.document
  return {
    id: row.id,
    reference: item?.reference ?? '',
    state: row.state,
    title: titleOf(item?.texts ?? []),
    content: statementInput.parse(row.content),
    baseVersion: row.baseVersion,
    author: {
      id: row.author.id,
      name: row.author.name,
      side: row.author.side === 'SH' ? 'SH' : 'HK',
    },
    submittedAt: row.submittedAt.toISOString(),
    returnReason: row.returnReason,
  }
}

function fromProject(row: ProjectRow): ItemForUpdate {
  return toItem('project', row, row.field ? [row.field.reference] : [])
}

function fromDocument(row: DocumentRow): ItemForUpdate {
  return toItem(
    'document',
    row,
    row.fields.map((field) => field.reference),
  )
}

function toItem(kind: ItemKind, row: ProjectRow | DocumentRow, fields: string[]): ItemForUpdate {
  const statement = row.currentStatement
  const texts = textsByPart(statement?.texts ?? [])
  return {
    id: row.id,
    kind,
    reference: row.reference,
    itemised: row.itemised,
    title: titleOf(row.texts),
    fields,
    conferenceDay: row.conference.heldOn.toISOString().slice(0, 10),
    live: {
      state: row.state,
      asOf: row.stateAsOf?.toISOString().slice(0, 10) ?? null,
      assertedBy: statement?.assertedBy ?? null,
      note: texts.note ?? {},
      reason: texts.reason ?? {},
      citations: toCitations(statement?.citations ?? []),
      version: row.version,
    },
  }
}

function titleOf(rows: Parameters<typeof textsByPart>[0]): LocalizedText {
  const texts = textsByPart(rows)
  return texts.title ?? texts.text ?? {}
}
