import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { layOutEntries } from '@/features/register/search/queries/past-entries'
import { hongKongDay } from '@/i18n/formats'
import type { ShownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { reading } from '@/server/database/reading'
import type { Moment } from '../model'

/** A day (its end in Hong Kong), or a time with its zone. */
const parameter = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** The moment that an address asks for: to the end of a day in Hong Kong, or to a time; null for what is neither. */
function instantOf(at: string): Date | null {
  const read = parameter.safeParse(at)
  if (!read.success) return null
  const instant = new Date(at.includes('T') ? at : `${at}T23:59:59.999+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

/**
 * The register's moment that a parameter `at` asks for.
 * @returns null for the present: nothing asked, no day or time, or one that has not passed.
 */
export async function findMoment(at: unknown): Promise<Moment | null> {
  const asked = Array.isArray(at) ? at[0] : at
  const instant = typeof asked === 'string' ? instantOf(asked) : null
  if (!instant || instant.getTime() >= now().getTime()) return null
  const db = await database()
  const last = await db.revision.aggregate({
    where: { recordedAt: { lte: instant } },
    _max: { number: true },
  })
  return { at: asked, instant: instant.toISOString(), number: last._max.number ?? 0 }
}

/**
 * Whether a parameter `at` can be understood, for callers who are told of an error: absent, or a day or a time
 * with its zone. (Pages drop what they cannot read.)
 */
export function isMoment(at: unknown): boolean {
  return at === undefined || (typeof at === 'string' && instantOf(at) !== null)
}

/**
 * Reads the register as it stood at a moment; as it stands now for null. Every query that `read` makes, through
 * whatever functions, sees that moment.
 * @param search whether `read` searches by words: what can be found then is made first.
 */
export async function atMoment<T>(
  moment: Moment | null,
  read: () => Promise<T>,
  { search = false }: { search?: boolean } = {},
): Promise<T> {
  if (!moment) return read()
  return reading(moment.number, read, search ? () => layOutEntries(moment.number) : undefined)
}

/** A moment as a page shows it: with the days of the changes before and after it. Read once per request: title and page ask alike. */
export const findShownMoment = cache(
  async (at: unknown): Promise<(Moment & ShownMoment) | null> => {
    const moment = await findMoment(at)
    if (!moment) return null
    const db = await database()
    const instant = new Date(moment.instant)
    const morning = new Date(`${hongKongDay(instant)}T00:00:00+08:00`)
    const dayOf = (row: { recordedAt: Date } | null) => row && hongKongDay(row.recordedAt)
    const recorded = { select: { recordedAt: true } } as const
    const before = await db.revision.findFirst({
      where: { recordedAt: { lt: morning } },
      orderBy: [{ recordedAt: 'desc' }, { number: 'desc' }],
      ...recorded,
    })
    const after = await db.revision.findFirst({
      where: { recordedAt: { gt: instant } },
      orderBy: [{ recordedAt: 'asc' }, { number: 'asc' }],
      ...recorded,
    })
    const next = dayOf(after)
    return {
      ...moment,
      previous: dayOf(before),
      next: next === hongKongDay(now()) ? 'today' : next,
      begins: moment.number === 0 ? next : null,
    }
  },
)
