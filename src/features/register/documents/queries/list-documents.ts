import 'server-only'
import { sidesOf, toCity, withCity, withSides } from '@/features/register/cities/queries'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { StatementRow } from '@/features/register/states/model/statements'
import { confirmedBy, withStances } from '@/features/register/states/queries'
import { bySlug, byTitle } from '@/features/register/texts/model/called'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { pageSize, partAfter } from '@/i18n/pages'
import { database } from '@/server/database/database'
import type { DocumentFilter } from '../input'
import { bySession, type DocumentItem, type DocumentPage, type DocumentPart } from '../model'
import { documentCondition } from './condition'

export const withItem = {
  texts: true,
  conference: { select: { reference: true } },
  mechanism: withSides,
  parties: {
    include: { organisation: { include: { texts: true, city: withCity } } },
    orderBy: { position: 'asc' },
  },
  currentStatement: { select: { confirmations: withStances } },
} as const satisfies Prisma.DocumentInclude

/** An order which `bySession` completes. */
export const outsideLast = [
  { conferenceId: { sort: 'asc', nulls: 'last' } },
  { position: 'asc' },
  { reference: 'asc' },
] satisfies Prisma.DocumentOrderByWithRelationInput[]

type ItemRow = Omit<Prisma.DocumentGetPayload<{ include: typeof withItem }>, 'currentStatement'> & {
  currentStatement: StatementRow | null
}

/**
 * One page of the documents that answer to the filter. Slots stand apart, so that they don't drown the
 * list: `slots` are their references, all of them; they are `items` only when they alone are asked for.
 */
export async function listDocuments(filter: DocumentFilter): Promise<DocumentPage> {
  const slots = filter.itemised ? [] : await referencesOf({ ...filter, itemised: 'no' })
  return { ...(await listDocumentPage(filter, pageSize)), slots }
}

/** As `listDocuments`, one page of a given length. */
export async function listDocumentPage(
  filter: DocumentFilter,
  limit: number,
): Promise<DocumentPart> {
  const db = await database()
  const references = await referencesOf({ itemised: 'yes', ...filter })
  const { shown, start: _, ...part } = partAfter(references, filter.after, limit)
  const rows = await db.document.findMany({
    where: { reference: { in: shown } },
    include: withItem,
  })
  const byReference = new Map(rows.map((row) => [row.reference, toItem(row)]))
  return { ...part, items: shown.flatMap((reference) => byReference.get(reference) ?? []) }
}

/** All the documents that a condition fits, newest first. */
export async function listDocumentsWhere(
  where: Prisma.DocumentWhereInput,
): Promise<DocumentItem[]> {
  const db = await database()
  const rows = await db.document.findMany({ where, include: withItem, orderBy: orders.signed })
  return rows.map(toItem)
}

/** All that the filter asks for, in the order of the list. */
async function referencesOf(filter: DocumentFilter): Promise<string[]> {
  const db = await database()
  const ordered = await db.document.findMany({
    where: documentCondition(filter, filter.q ? await listAlternatives() : []),
    orderBy: orders[filter.sort ?? 'reference'],
    select: placed,
  })
  return inOrder(ordered, filter.sort).map(({ reference }) => reference)
}

/** What to select of a document, so that `inOrder` can place it. */
export const placed = {
  reference: true,
  conferenceId: true,
} as const satisfies Prisma.DocumentSelect

/** Rows in one of the `orders`: by reference, session by session from the latest, and
 * then what was signed outside one, the latest first. */
export function inOrder<Row extends { reference: string; conferenceId: string | null }>(
  rows: readonly Row[],
  sort: DocumentFilter['sort'],
): Row[] {
  if (sort !== undefined && sort !== 'reference') return [...rows]
  const within = rows.filter(({ conferenceId }) => conferenceId !== null)
  const outside = rows.filter(({ conferenceId }) => conferenceId === null)
  return bySession([...within, ...outside.reverse()])
}

/** The orders of the list, which `inOrder` completes. */
export const orders: Record<
  NonNullable<DocumentFilter['sort']>,
  Prisma.DocumentOrderByWithRelationInput[]
> = {
  reference: [{ conference: { number: 'desc' } }, { position: 'asc' }, { id: 'asc' }],
  signed: [{ signedOn: { sort: 'desc', nulls: 'last' } }, { reference: 'asc' }],
  revised: [{ lastRevisedAt: { sort: 'desc', nulls: 'last' } }, { reference: 'asc' }],
}

/** A row with what `withItem` includes, as a plain item. */
export function toItem(row: ItemRow): DocumentItem {
  const sides = sidesOf(row.mechanism)
  return {
    ...byTitle(row),
    conference: row.conference?.reference ?? null,
    itemised: row.itemised,
    kind: row.kind,
    signedOn: isoDay(row.signedOn),
    counted: row.counted,
    state: row.state,
    confirmedBy: confirmedBy(row.currentStatement, sides),
    sides,
    parties: toParties(row.parties),
  }
}

/** Party rows, with what `withItem` includes of them, in their order. */
export function toParties(rows: ItemRow['parties']): DocumentItem['parties'] {
  return rows.map(({ role, organisation }) => ({
    ...bySlug(organisation),
    side: organisation.side,
    city: toCity(organisation.city),
    role,
  }))
}
