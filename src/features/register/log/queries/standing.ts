import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import {
  type LoggedSubject,
  type Standing,
  type StatedRevision,
  standingsOn,
} from '@/features/register/states/model/standing'
import { hongKongDay, isoDay } from '@/i18n/formats'
import type { DayProblem, ShownStanding } from '@/i18n/shown-moment'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { StandingDay } from '../model'

/**
 * Why a parameter `on` cannot be answered, beside the `at` of the same address; null where it can, or nothing is
 * asked. What had been published by a day and how things stood on one are two questions: nobody is answered one of
 * them who asked both.
 */
export function problemOfDay({ on, at }: { on?: unknown; at?: unknown }): DayProblem | null {
  if (on === undefined) return null
  if (at !== undefined && at !== '') return 'both'
  if (!z.iso.date().safeParse(on).success) return 'unreadable'
  return String(on) > hongKongDay(now()) ? 'future' : null
}

/** The day that a parameter `on` asks for, in the register as it is now; null where nothing is asked, or in vain. */
export async function findDay(query: { on?: unknown; at?: unknown }): Promise<StandingDay | null> {
  if (typeof query.on !== 'string' || problemOfDay(query) !== null) return null
  const db = await database()
  const last = await db.revision.aggregate({ _max: { number: true } })
  return { on: query.on, number: last._max.number ?? 0 }
}

/** A day as a page shows it. Read once per request: title and page ask alike. */
export const findShownDay = cache(async (on: string): Promise<StandingDay & ShownStanding> => {
  const { number } = (await findDay({ on })) ?? { number: 0 }
  const db = await database()
  const first = await db.conference.aggregate({ _min: { heldOn: true } })
  const begins = isoDay(first._min.heldOn)
  return {
    at: null,
    on,
    number,
    instant: new Date(`${on}T23:59:59.999+08:00`).toISOString(),
    begins: begins !== null && on < begins ? begins : null,
    revision: null,
  }
})

/** The log only grows, so what it tells of a day up to a number stays: of so many it is kept. */
const kept = new Map<string, Standing[]>()
const mostKept = 8

/** How every subject stood on a day, from what is known now. */
export async function readStandings({ on, number }: StandingDay): Promise<Standing[]> {
  const key = `${number} ${on}`
  const known = kept.get(key)
  if (known) return known
  const standings = standingsOn(await readSubjects(number), on)
  const oldest = kept.keys().next()
  if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value)
  kept.set(key, standings)
  return standings
}

/** The same as the JSON that the view "past"."Standing" reads. */
export async function layOutStandings(day: StandingDay): Promise<string> {
  const standings = await readStandings(day)
  return JSON.stringify(
    standings.map(({ notBefore, ...standing }) => ({ ...standing, isLeftOut: notBefore !== null })),
  )
}

type Row = StatedRevision & Pick<LoggedSubject, 'kind' | 'reference' | 'conference' | 'day'>

async function readSubjects(number: number): Promise<LoggedSubject[]> {
  const db = await database()
  const rows = await db.$queryRaw<Row[]>`
    select "number", "subjectKind"::text as "kind", "subjectReference" as "reference", "corrects",
      "after"->>'state' as "state", "after"->'statement'->>'asOf' as "asOf", "after"->>'conference' as "conference",
      coalesce("after"->>'heldOn', "after"->>'signedOn', "after"->>'date') as "day"
    from "public"."Revision"
    where "number" <= ${number}
      and "subjectKind" in ('conference', 'field', 'project', 'document', 'development')
    order by "number"`
  const subjects = new Map<string, LoggedSubject & { revisions: StatedRevision[] }>()
  for (const { kind, reference, conference, day, ...stated } of rows) {
    const key = `${kind} ${reference}`
    const revisions = subjects.get(key)?.revisions ?? []
    revisions.push(stated)
    subjects.set(key, { kind, reference, conference, day, revisions })
  }
  return [...subjects.values()]
}
