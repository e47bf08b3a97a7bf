import 'server-only'
import { database } from '@/server/database/database'

/** Of one conference, by its reference or that of a field of it; of all where neither is given. */
type Scope = { conference?: string | undefined; field?: string | undefined }

/**
 * How many more projects or documents the conferences announced than are itemised: a difference, of which nobody
 * knows what it is. A conference that announced no number adds nothing.
 */
export async function differenceOf(
  kind: 'projects' | 'documents',
  { conference, field }: Scope,
): Promise<number> {
  const db = await database()
  const where = {
    ...(conference ? { reference: conference } : {}),
    ...(field ? { fields: { some: { reference: field } } } : {}),
  }
  const announcements = await db.announcement.findMany({
    where: { kind, number: { not: null }, conference: where },
    select: { conferenceId: true, number: true },
  })
  const itemised = { itemised: true, conference: where }
  const rows =
    kind === 'projects'
      ? await db.project.groupBy({ by: ['conferenceId'], where: itemised, _count: true })
      : await db.document.groupBy({
          by: ['conferenceId'],
          where: { ...itemised, counted: { in: ['yes', 'presumed'] } },
          _count: true,
        })
  const held = new Map(rows.map(({ conferenceId, _count }) => [conferenceId, _count]))
  return announcements.reduce(
    (sum, { conferenceId, number }) =>
      sum + Math.max(0, (number ?? 0) - (held.get(conferenceId) ?? 0)),
    0,
  )
}
