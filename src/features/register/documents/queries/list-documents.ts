import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { StatementRow } from '@/features/register/states/model'
import { confirmedBy, withStances } from '@/features/register/states/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { DocumentFilter } from '../input'
import type { DocumentItem } from '../model'
import { conditionsOf } from './conditions'

/** How many documents a page of the list holds. */
export const documentsPerPage = 25

export const withItem = {
  texts: true,
  conference: { select: { reference: true } },
  parties: {
    include: { organisation: { include: { texts: true } } },
    orderBy: { position: 'asc' },
  },
  currentStatement: { select: { assertedBy: true, confirmations: withStances } },
} as const satisfies Prisma.DocumentInclude

type ItemRow = Omit<Prisma.DocumentGetPayload<{ include: typeof withItem }>, 'currentStatement'> & {
  currentStatement: StatementRow | null
}

/**
 * One page of the documents that answer to the filter. Slots stand apart, so that they don't drown the
 * list: `slots` are their references, all of them; they are `items` only when they alone are asked for.
 *
 * `total` counts the items of every page; `next` is the `after` of the following page, null at the end.
 * A cursor that is not in the list begins it anew, and `isBegunAnew` says so.
 */
export async function listDocuments(
  filter: DocumentFilter,
  limit = documentsPerPage,
): Promise<{
  items: DocumentItem[]
  slots: string[]
  total: number
  isBegunAnew: boolean
  next: string | null
}> {
  const db = await database()
  const where = conditionsOf(filter, filter.q ? await listAlternatives() : [])
  const onlySlots = filter.itemised === 'no'
  const listed = { AND: [where, { itemised: !onlySlots }] }
  // A place in the list that is no document is dropped, like every bad value.
  const start =
    filter.after &&
    (await db.document.findFirst({
      where: { AND: [listed, { reference: filter.after }] },
      select: { id: true },
    }))
  const rows = await db.document.findMany({
    where: listed,
    include: withItem,
    orderBy: orders[filter.sort ?? 'reference'],
    take: limit + 1,
    ...(start ? { cursor: { id: start.id }, skip: 1 } : {}),
  })
  const slots = onlySlots
    ? []
    : await db.document.findMany({
        where: { AND: [where, { itemised: false }] },
        select: { reference: true },
        orderBy: { reference: 'asc' },
      })
  const items = rows.slice(0, limit).map(toItem)
  return {
    items,
    slots: slots.map((slot) => slot.reference),
    total: await db.document.count({ where: listed }),
    isBegunAnew: filter.after !== null && !start,
    next: rows.length > limit ? (items.at(-1)?.reference ?? null) : null,
  }
}

/** The orders of the list. */
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
  return {
    reference: row.reference,
    conference: row.conference.reference,
    itemised: row.itemised,
    title: textsByPart(row.texts).title ?? {},
    kind: row.kind,
    signedOn: isoDay(row.signedOn),
    counted: row.counted,
    state: row.state,
    confirmedBy: confirmedBy(row.currentStatement),
    parties: row.parties.map(({ role, organisation }) => ({
      slug: organisation.slug,
      side: organisation.side,
      role,
      name: textsByPart(organisation.texts).name ?? {},
    })),
  }
}
