import 'server-only'
import type { ShownRevision } from '@/features/register/log/model'
import {
  correctionsAround,
  correctionsOfWording,
  toShown,
} from '@/features/register/log/queries/revisions'
import type { Prisma } from '@/generated/prisma/client'
import { pageSize } from '@/i18n/pages'
import { database } from '@/server/database/database'
import type { ChangeFilter } from '../input'

/** A page of the register's history. */
export type ChangePage = {
  /** Newest first. */
  changes: ShownRevision[]
  /** All that the filter fits, on whichever page. */
  total: number
  /** What the next page goes on before; null on the last one. */
  next: number | null
}

/** As `ChangePage`, for who shows where in the history it is. */
export type PlacedChangePage = ChangePage & {
  /** The number of the first one shown, from 1; 0 of none. */
  from: number
  /** What the page before goes on before: undefined for the first page, null where there is none. */
  previous: number | undefined | null
}

/** As `listChanges`, a page of the usual length, and where in the history it is. */
export async function listPlacedChanges(filter: ChangeFilter): Promise<PlacedChangePage> {
  const db = await database()
  const { before, ...conditions } = filter
  const page = await listChanges(filter, pageSize)
  if (before === undefined) return { ...page, from: Math.min(1, page.total), previous: null }
  const newer = { AND: [conditionOf(conditions), { number: { gte: before } }] }
  const skipped = await db.revision.count({ where: newer })
  const end = await db.revision.findFirst({
    where: newer,
    orderBy: { number: 'asc' },
    skip: pageSize,
    select: { number: true },
  })
  return {
    ...page,
    from: page.changes.length === 0 ? 0 : skipped + 1,
    previous: skipped === 0 ? null : end?.number,
  }
}

/** The changes of the whole register, newest first, at most `limit` of them. */
export async function listChanges(
  { before, ...filter }: ChangeFilter,
  limit: number,
): Promise<ChangePage> {
  const db = await database()
  const where = conditionOf(filter)
  const rows = await db.revision.findMany({
    where: before === undefined ? where : { AND: [where, { number: { lt: before } }] },
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const related = await correctionsAround(db, shown)
  return {
    changes: await toShown(shown, related),
    total: await db.revision.count({ where }),
    next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
  }
}

const narrowings = {
  corrections: { corrects: { not: null } },
  wording: correctionsOfWording,
  besides_wording: { NOT: correctionsOfWording },
} as const satisfies Record<NonNullable<ChangeFilter['only']>, Prisma.RevisionWhereInput>

/** How many corrections of wording alone a filter fits. */
export async function countCorrectionsOfWording(filter: ChangeFilter): Promise<number> {
  const { before: _, ...conditions } = filter
  const db = await database()
  return db.revision.count({ where: { AND: [conditionOf(conditions), correctionsOfWording] } })
}

/** What a filter of changes asks of a revision. */
export function conditionOf(filter: ChangeFilter): Prisma.RevisionWhereInput {
  const { kind, field, party, only, since, until } = filter
  const all: Prisma.RevisionWhereInput[] = []
  if (since) all.push({ recordedAt: { gte: new Date(`${since}T00:00:00+08:00`) } })
  if (until) all.push({ recordedAt: { lte: new Date(`${until}T23:59:59.999+08:00`) } })
  if (kind) all.push({ subjectKind: kind })
  if (only) all.push(narrowings[only])
  if (field) {
    all.push({
      OR: [
        { subjectKind: 'field', subjectReference: field },
        ...sides.flatMap((side) => [
          { [side]: { path: ['field'], equals: field } },
          { [side]: { path: ['fields'], array_contains: [field] } },
        ]),
      ],
    })
  }
  if (party) {
    all.push({
      OR: [
        { subjectKind: 'organisation', subjectReference: party },
        ...sides.map((side) => ({
          [side]: { path: ['parties'], array_contains: [{ organisation: party }] },
        })),
      ],
    })
  }
  return { AND: all }
}

/** Includes what has been moved out of a field or document, by its former value. */
const sides = ['before', 'after'] as const
