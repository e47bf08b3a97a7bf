import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayWrite } from '@/features/desk/officers/policy'
import { listAlternatives } from '@/features/register/glossary/queries'
import type { ItemKind, ItemState } from '@/features/register/states/model/states'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import { type NumberedPart, pageSize, partOfNumber } from '@/i18n/pages'
import { type Database, database } from '@/server/database/database'
import type { ItemFilter } from '../input/item-filter'
import { type ItemCondition, inCharge } from './charge'
import { countItems, countOf, type ItemCounts } from './count-items'
import { itemConditions, type Situation } from './item-conditions'
import { staleItems } from './stale-items'

/** An item in the list at the desk. Days are ISO. */
export type DeskItem = {
  kind: ItemKind
  reference: string
  itemised: boolean
  /** Its title, or its printed text; empty for a slot. */
  title: LocalizedText
  state: ItemState
  asOf: string | null
  /** Whether one of its texts has an original that has changed since. */
  hasStaleText: boolean
}

/** One page of the items in an officer's charge. */
export type DeskItems = NumberedPart & { items: DeskItem[]; counts: ItemCounts }

/**
 * One page of the items in the officer's charge that the filter asks for: the oldest news first, those never
 * reported leading, unless the filter asks for another order. A page beyond the last gives the last.
 * @param today ISO.
 */
export async function listItems(
  officer: Officer,
  filter: ItemFilter,
  today: string,
): Promise<DeskItems> {
  const db = await database()
  const situation = await readSituation(db, officer, today, filter.q !== undefined)
  const condition = itemConditions(filter, situation)
  const total = await countOf(db, condition)
  const { start, ...part } = partOfNumber(total, filter.page)
  const items = await readPage(db, condition, filter.sort, { start, take: pageSize })
  return {
    items: items.map(toDeskItem(situation.stale)),
    ...part,
    counts: await countItems(db, filter, situation),
  }
}

/**
 * The first items in the officer's charge that have had no news the longest, apart from some; and how many
 * have had none for nine months, and how many have a stale text.
 */
export async function listQuietItems(
  officer: Officer,
  today: string,
  { take, apartFrom = [] }: { take: number; apartFrom?: readonly string[] },
): Promise<{ quiet: DeskItem[]; quietTotal: number; stale: DeskItem[]; staleTotal: number }> {
  const db = await database()
  const situation = await readSituation(db, officer, today, false)
  const list = async (filter: ItemFilter) => {
    const { project, document } = itemConditions(filter, situation)
    const others = { reference: { notIn: [...apartFrom] } }
    const condition = {
      project: { AND: [project, others] },
      document: { AND: [document, others] },
    }
    const total = await countOf(db, condition)
    const items = await readPage(db, condition, undefined, { start: 0, take })
    return { items: items.map(toDeskItem(situation.stale)), total }
  }
  const [quiet, stale] = [
    await list({ news: 'none' }),
    await list({ texts: 'stale', slots: 'all' }),
  ]
  return {
    quiet: quiet.items,
    quietTotal: quiet.total,
    stale: stale.items,
    staleTotal: stale.total,
  }
}

/**
 * The itemised items in the officer's charge of whose published statement the officer's side has said nothing as it
 * is worded now: nothing at all, or only of an earlier one. The latest come first. One's own statement is for a
 * colleague, or the other side, to confirm.
 */
export async function listToConfirm(
  officer: Officer,
  { take }: { take: number },
): Promise<{ items: DeskItem[]; total: number }> {
  if (!mayWrite(officer)) return { items: [], total: 0 }
  const db = await database()
  const { side } = officer
  const charge = inCharge(officer)
  const mechanism = { OR: [{ firstCityCode: side }, { secondCityCode: side }] }
  const silent = {
    itemised: true,
    currentStatement: {
      OR: [{ authorId: null }, { authorId: { not: officer.id } }],
      confirmations: { none: { side, carriedFromId: null } },
    },
  }
  const condition = {
    project: { AND: [charge.project, silent, { conference: { mechanism } }] },
    // What was signed outside a conference has its mechanism all the same.
    document: { AND: [charge.document, silent, { mechanism }] },
  }
  const total = await countOf(db, condition)
  const items = await readPage(db, condition, 'newest', { start: 0, take })
  return { items: items.map(toDeskItem(await staleItems(db))), total }
}

async function readSituation(
  db: Database,
  officer: Officer,
  today: string,
  searches: boolean,
): Promise<Situation> {
  return {
    charge: inCharge(officer),
    today,
    alternatives: searches ? await listAlternatives() : [],
    stale: await staleItems(db),
  }
}

const listed = {
  texts: { where: { part: { in: ['title', 'text'] } } },
  conference: true,
} as const satisfies Prisma.ProjectInclude & Prisma.DocumentInclude
type Row = Prisma.ProjectGetPayload<{ include: typeof listed }> | DocumentRow
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof listed }>
type Placed = { kind: ItemKind; row: Row }

/** Reads from each table as far as the page may reach, and no further, and merges the two in the same order. */
async function readPage(
  db: Database,
  condition: ItemCondition,
  sort: ItemFilter['sort'],
  { start, take }: { start: number; take: number },
): Promise<Placed[]> {
  const reach = { orderBy: orderBy(sort), take: start + take, select: placeOnly } as const
  const places = [
    ...(await db.project.findMany({ where: condition.project, ...reach })).map((row) => ({
      kind: 'project' as const,
      ...row,
    })),
    ...(await db.document.findMany({ where: condition.document, ...reach })).map((row) => ({
      kind: 'document' as const,
      ...row,
    })),
  ]
  const wanted = places.sort(comparing(sort)).slice(start, start + take)
  const named = (kind: ItemKind) => ({
    where: { id: { in: wanted.filter((place) => place.kind === kind).map(({ id }) => id) } },
    include: listed,
  })
  const rows = new Map<string, Row>()
  for (const row of await db.project.findMany(named('project'))) rows.set(row.id, row)
  for (const row of await db.document.findMany(named('document'))) rows.set(row.id, row)
  return wanted.flatMap(({ kind, id }) => {
    const row = rows.get(id)
    return row ? [{ kind, row }] : []
  })
}

const placeOnly = {
  id: true,
  stateAsOf: true,
  position: true,
  conference: { select: { heldOn: true } },
} as const
type Place = {
  kind: ItemKind
  stateAsOf: Date | null
  position: number
  conference: { heldOn: Date } | null
}

type Order = Prisma.ProjectOrderByWithRelationInput & Prisma.DocumentOrderByWithRelationInput

function orderBy(sort: ItemFilter['sort']): Order[] {
  const byPlace: Order[] = [{ conference: { heldOn: 'desc' } }, { position: 'asc' }]
  if (sort === 'reference') return byPlace
  const newestFirst = sort === 'newest'
  return [
    { stateAsOf: newestFirst ? { sort: 'desc', nulls: 'last' } : { sort: 'asc', nulls: 'first' } },
    ...byPlace,
  ]
}

/** The order that the database gives each of the two tables, over both; projects before documents. */
function comparing(sort: ItemFilter['sort']) {
  const news = ({ stateAsOf }: Place) => stateAsOf?.getTime() ?? Number.NEGATIVE_INFINITY
  // A document signed outside a conference stands first, as the database puts it.
  const byDay = ({ conference }: Place) => conference?.heldOn.getTime() ?? Number.MAX_SAFE_INTEGER
  const byNews = (a: Place, b: Place) => (news(a) === news(b) ? 0 : news(a) < news(b) ? -1 : 1)
  return (a: Place, b: Place) =>
    (sort === 'reference' ? 0 : sort === 'newest' ? byNews(b, a) : byNews(a, b)) ||
    byDay(b) - byDay(a) ||
    b.kind.localeCompare(a.kind) ||
    a.position - b.position
}

function toDeskItem(stale: { project: string[]; document: string[] }) {
  return ({ kind, row }: Placed): DeskItem => {
    const texts = textsByPart(row.texts)
    return {
      kind,
      reference: row.reference,
      itemised: row.itemised,
      title: texts.title ?? texts.text ?? {},
      state: row.state,
      asOf: isoDay(row.stateAsOf),
      hasStaleText: stale[kind].includes(row.reference),
    }
  }
}
