import 'server-only'
import type { ShownRevision } from '@/features/register/log/model'
import { correctionsAround, toShown } from '@/features/register/log/queries/revisions'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import type { ChangeFilter } from '../input'
import { conditionOf } from './list-changes'

/** What news is asked for. */
export type NewsFilter = {
  /** As on the page of changes; everything by default. */
  filter?: Omit<ChangeFilter, 'before'>
  /** These subjects alone. */
  subjects?: readonly { kind: SubjectKind; references: readonly string[] }[]
  /** Besides the subjects, the developments that bear on this project. */
  developmentsOf?: string
  /** Whether the mere entering of what came with the register, and of slots, is told too. */
  withFirstEntries?: boolean
}

/** The latest `limit` revisions that are news of what is asked for, newest first. */
export async function listNews(asked: NewsFilter, limit: number): Promise<ShownRevision[]> {
  const db = await database()
  const { filter = {}, subjects, developmentsOf, withFirstEntries = false } = asked
  const all: Prisma.RevisionWhereInput[] = [conditionOf(filter)]
  if (subjects) {
    all.push({
      OR: [
        ...subjects.map(({ kind, references }) => ({
          subjectKind: kind,
          subjectReference: { in: [...references] },
        })),
        ...(developmentsOf === undefined ? [] : bearingOn(developmentsOf)),
      ],
    })
  }
  if (!withFirstEntries) all.push(besidesFirstEntries)
  const rows = await db.revision.findMany({
    where: { AND: all },
    orderBy: { number: 'desc' },
    take: limit,
  })
  const related = await correctionsAround(db, rows)
  return toShown(rows, related)
}

/** Before or after the change, so that a subject is also told when it is unlinked. */
const bearingOn = (project: string): Prisma.RevisionWhereInput[] =>
  (['before', 'after'] as const).map((side) => ({
    subjectKind: 'development',
    [side]: { path: ['projects'], array_contains: [project] },
  }))

/**
 * Hundreds of facts entered at the beginning are one piece of news, and so are the slots of a conference. What an
 * officer enters later, with its text, is news; a source or a signatory is told with what names it.
 */
const besidesFirstEntries: Prisma.RevisionWhereInput = {
  OR: [
    { action: { not: 'entered' } },
    {
      actorRole: { not: 'register' },
      OR: [
        { subjectKind: { notIn: ['project', 'document', 'source', 'person'] } },
        { after: { path: ['itemised'], equals: true } },
      ],
    },
  ],
}
