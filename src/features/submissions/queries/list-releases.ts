import 'server-only'
import type { Prisma } from '../../../generated/prisma/client'
import { database } from '../../../server/database/database'
import { type ListedSubmission, toListed } from './list-submissions'

/** A release with its submissions. Times are ISO. */
export type ListedRelease = {
  id: string
  at: string
  title: string
  state: 'scheduled' | 'released' | 'failed' | 'cancelled'
  createdBy: string
  endedAt: string | null
  failure: { reason: string; reference: string | null } | null
  submissions: ListedSubmission[]
}

/** The releases to come, the next one first, then the last ones that are over, the latest first. */
export async function listReleases(): Promise<{ planned: ListedRelease[]; over: ListedRelease[] }> {
  const db = await database()
  const include = {
    createdBy: true,
    submissions: { include: { author: true, release: true }, orderBy: { id: 'asc' } },
  } as const satisfies Prisma.ReleaseInclude
  const planned = await db.release.findMany({
    where: { state: 'scheduled' },
    include,
    orderBy: { at: 'asc' },
  })
  const over = await db.release.findMany({
    where: { state: { not: 'scheduled' } },
    include,
    orderBy: { at: 'desc' },
    take: 20,
  })
  const toRelease = async (row: (typeof planned)[number]): Promise<ListedRelease> => ({
    id: row.id,
    at: row.at.toISOString(),
    title: row.title,
    state: row.state,
    createdBy: row.createdBy.name,
    endedAt: row.endedAt?.toISOString() ?? null,
    failure: row.failure as ListedRelease['failure'],
    submissions: await toListed(db, row.submissions),
  })
  const all = { planned: [] as ListedRelease[], over: [] as ListedRelease[] }
  for (const row of planned) all.planned.push(await toRelease(row))
  for (const row of over) all.over.push(await toRelease(row))
  return all
}
