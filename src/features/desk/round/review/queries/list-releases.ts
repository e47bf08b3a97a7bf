import 'server-only'
import { z } from 'zod'
import { isReviewer } from '@/features/desk/officers/policy'
import { readActiveOfficer } from '@/features/desk/officers/queries'
import {
  type ListedSubmission,
  toListed,
  withPeople,
} from '@/features/desk/round/submissions/queries/list-submissions'
import type { Prisma } from '@/generated/prisma/client'
import { type Database, database } from '@/server/database/database'
import { previewOf } from './preview'

/** A release with its submissions. Times are ISO. */
export type ListedRelease = {
  id: string
  at: string
  title: string
  state: 'scheduled' | 'released' | 'failed' | 'cancelled'
  createdBy: string
  endedAt: string | null
  failure: { reason: string; reference: string | null } | null
  submissions: ForeseenSubmission[]
}

/** A submission of a release, and what would make all of the release fail if its moment were now; null when nothing would. */
export type ForeseenSubmission = ListedSubmission & {
  approvedBy: string | null
  problem: 'conflict' | 'invalid' | 'approver_gone' | null
}

const include = {
  createdBy: true,
  submissions: {
    include: { ...withPeople, reviewer: true },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ReleaseInclude
type Row = Prisma.ReleaseGetPayload<{ include: typeof include }>

/** The releases to come, the next one first, then the last ones that are over, the latest first. */
export async function listReleases(): Promise<{ planned: ListedRelease[]; over: ListedRelease[] }> {
  const db = await database()
  const planned = await db.release.findMany({
    where: { state: 'scheduled' },
    include,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const over = await db.release.findMany({
    where: { state: { not: 'scheduled' } },
    include,
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  const all = { planned: [] as ListedRelease[], over: [] as ListedRelease[] }
  for (const row of planned) all.planned.push(await toRelease(db, row))
  for (const row of over) all.over.push(await toRelease(db, row))
  return all
}

/** The releases that a submission can still join, the next one first. Times are ISO. */
export async function listReleaseChoices(): Promise<{ id: string; at: string; title: string }[]> {
  const db = await database()
  const rows = await db.release.findMany({
    where: { state: 'scheduled' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, at, title }) => ({ id, at: at.toISOString(), title }))
}

/** How a release that failed keeps why, and what was in it, which has gone back to review since. */
const storedFailure = z.object({
  reason: z.string(),
  reference: z.string().nullable(),
  submissions: z.array(z.string()),
})

async function toRelease(db: Database, row: Row): Promise<ListedRelease> {
  const submissions: ForeseenSubmission[] = []
  const failure = storedFailure.safeParse(row.failure).data ?? null
  const rows = failure
    ? await db.submission.findMany({
        where: { id: { in: failure.submissions } },
        ...include.submissions,
      })
    : row.submissions
  const listed = await toListed(db, rows)
  for (const [index, submission] of rows.entries()) {
    const shown = listed[index]
    if (!shown) continue
    const before = rows.slice(0, index)
    const problem = row.state === 'scheduled' ? await foresee(db, submission, before) : null
    submissions.push({ ...shown, approvedBy: submission.reviewer?.name ?? null, problem })
  }
  return {
    id: row.id,
    at: row.at.toISOString(),
    title: row.title,
    state: row.state,
    createdBy: row.createdBy.name,
    endedAt: row.endedAt?.toISOString() ?? null,
    failure: failure && { reason: failure.reason, reference: failure.reference },
    submissions,
  }
}

type Approved = Row['submissions'][number]

/** What would make the release fail at this submission, after those before it have been published. */
async function foresee(
  db: Database,
  submission: Approved,
  before: readonly Approved[],
): Promise<ForeseenSubmission['problem']> {
  const { reviewerId, approvedVersion } = submission
  const approver = await readActiveOfficer(db, reviewerId ?? '')
  if (!approver || !isReviewer(approver)) return 'approver_gone'
  // An earlier statement in the release replaces the one that this statement or view was approved against.
  const isAfterStatement = before.some(
    ({ kind, subjectReference }) =>
      kind === 'statement' && subjectReference === submission.subjectReference,
  )
  if (submission.kind !== 'edit' && isAfterStatement) return 'conflict'
  const { isOvertaken, problems } = await previewOf(db, submission, approvedVersion)
  if (isOvertaken) return 'conflict'
  return problems.length > 0 ? 'invalid' : null
}
