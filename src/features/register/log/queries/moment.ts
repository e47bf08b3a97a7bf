import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import { layOutEntries } from '@/features/register/search/queries/past-entries'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { hongKongDay } from '@/i18n/formats'
import type { MomentProblem, ShownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { reading } from '@/server/database/reading'
import type { Moment, StandingDay } from '../model'
import { layOutStandings } from './standing'

/** A day (its end in Hong Kong), or a time with its zone. */
const parameter = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** The end of an ISO day in Hong Kong. */
function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999+08:00`)
}

/** The moment that an address asks for: to the end of a day in Hong Kong, or to a time; null for what is neither. */
function instantOf(at: string): Date | null {
  const read = parameter.safeParse(at)
  if (!read.success) return null
  const instant = at.includes('T') ? new Date(at) : endOfDay(at)
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
 * Why a parameter `at` cannot be answered; null where it can, or nothing is asked. Nobody who asks for one moment
 * is answered with another: programs get an error, and pages say so above what they show.
 */
export async function problemOfMoment(at: unknown): Promise<MomentProblem | null> {
  if (at === undefined) return null
  const instant = typeof at === 'string' ? instantOf(at) : null
  if (typeof at !== 'string' || !instant) return 'unreadable'
  const today = hongKongDay(now())
  // The end of today is still to come, and yet today can be asked for.
  if (at.includes('T') ? instant > now() : at > today) return 'future'
  return (await firstDay()) === null || (await findMoment(at))?.number === 0 ? 'before_first' : null
}

let first: string | undefined

/** The Hong Kong day of the first entry, ISO; null while the register is empty. */
export async function firstDay(): Promise<string | null> {
  if (first !== undefined) return first
  const db = await database()
  const entry = await db.revision.findUnique({ where: { number: 1 } })
  if (!entry) return null
  first = hongKongDay(entry.recordedAt)
  return first
}

/**
 * Reads the register as it stood at a moment, or how things stood on a day; as it stands now for null. Every query
 * that `read` makes, through whatever functions, sees that moment or day.
 * @param search whether `read` searches by words: what can be found then is made first.
 */
export async function atMoment<T>(
  moment: Pick<Moment, 'number'> | StandingDay | null,
  read: () => Promise<T>,
  { search = false }: { search?: boolean } = {},
): Promise<T> {
  if (!moment) return read()
  return reading(moment.number, read, {
    ...(search ? { entries: () => layOutEntries(moment.number) } : {}),
    ...('on' in moment && moment.on ? { standings: await layOutStandings(moment) } : {}),
  })
}

/** What the permanent page of a revision shows. */
type PermanentMoment = ShownMoment & { number: number }

/**
 * The register as a page shows one revision of a subject for good: as it stood at the end of the revision's day
 * in Hong Kong, or until the subject's own next revision where that came sooner. (What belongs to a subject, such
 * as the documents of a project, is often entered just after it.) null for an unknown subject or number.
 * @param number within the subject: 1, 2, 3 …
 */
export const findRevisionMoment = cache(
  async (kind: SubjectKind, reference: string, number: number): Promise<PermanentMoment | null> => {
    const db = await database()
    const own = await db.revision.findMany({
      where: { subjectKind: kind, subjectReference: reference, subjectRevision: { gte: number } },
      orderBy: { subjectRevision: 'asc' },
      select: { number: true, subjectRevision: true, recordedAt: true, corrects: true },
    })
    const [shown, next] = own
    if (shown?.subjectRevision !== number) return null
    const last = await db.revision.aggregate({
      where: {
        recordedAt: { lte: endOfDay(hongKongDay(shown.recordedAt)) },
        ...(next ? { number: { lt: next.number } } : {}),
      },
      _max: { number: true },
    })
    return {
      at: null,
      on: null,
      instant: shown.recordedAt.toISOString(),
      number: Math.max(shown.number, last._max.number ?? 0),
      revision: {
        number,
        latest: own.at(-1)?.subjectRevision ?? number,
        correctedBy: own
          .filter(({ corrects }) => corrects === shown.number)
          .map(({ subjectRevision }) => subjectRevision),
      },
    }
  },
)

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
      on: null,
      previous: dayOf(before),
      next: next === hongKongDay(now()) ? 'today' : next,
      begins: moment.number === 0 ? next : null,
      revision: null,
    }
  },
)
