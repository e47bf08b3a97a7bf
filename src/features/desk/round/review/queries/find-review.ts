import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { FieldProblem } from '@/components/forms/problems'
import { factsOfNew, newSourceName } from '@/features/desk/round/submissions/model/citations'
import { isUnderway } from '@/features/desk/round/submissions/model/submission'
import {
  type ListedSubmission,
  toListed,
  withPeople,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import type { Named } from '@/features/register/history/model/names'
import { readNamed } from '@/features/register/history/queries/named'
import type { ShownRevision } from '@/features/register/log/model'
import { listRevisions } from '@/features/register/log/queries/revisions'
import type { SourceFacts } from '@/features/register/sources/model'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import { type ProposedSnapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
import type { Prisma } from '@/generated/prisma/client'
import { type Database, database } from '@/server/database/database'
import { type Asked, askedOf, needsAnswer } from './asked-side'
import { type Preview, previewOf } from './preview'
import { type ReviewedCitation, readCitations } from './read-citations'

/** A submission with all that a second person needs before deciding on it. Snapshots are in the log's form. */
export type Review = {
  submission: ListedSubmission
  /** Who decided; null while nobody has, and where it was withdrawn. */
  reviewer: string | null
  /** The returned submission that it takes the place of, why that was returned, and what it proposed. */
  replaces: { id: string; returnReason: string | null; proposed: ProposedSnapshot } | null
  /** The submission that has taken its place since it was returned. */
  replacedBy: string | null
  /** The name of the uploaded file that it comes from. */
  fileName: string | null
  /** The subject's version that a decision made now is held against. */
  version: number
  /** The subject as it is, or as it was when this was published; null for a new one. */
  live: ProposedSnapshot | null
  /** The subject as the author had it before them, where it has moved on since; null where it has not. */
  base: ProposedSnapshot | null
  /** What became public of the subject since, the latest first. */
  since: ShownRevision[]
  proposed: ProposedSnapshot
  /** Places that somebody else has changed differently. */
  conflicts: MergeConflict[]
  /** Whether publishing it as it is would be refused, because the subject has moved on. */
  isOvertaken: boolean
  /** Why it could not be published as things are now. */
  problems: FieldProblem[]
  /** The entry that it corrects. */
  corrected: ShownRevision | null
  /** The item of which the other side has still to say what both are to say; null where it is not asked. */
  asked: Asked | null
  /** What it rests on: those that it brings first. */
  citations: ReviewedCitation[]
  /** What it names. */
  names: Named
}

const whole = {
  ...withPeople,
  reviewer: true,
  replaces: { include: { author: true } },
  replacedBy: { select: { id: true } },
  import: { select: { fileName: true } },
} as const satisfies Prisma.SubmissionInclude
type Row = Prisma.SubmissionGetPayload<{ include: typeof whole }>

/** A submission of any kind, decided or not, against what is live; null for an unknown id. */
export async function findReview(id: string): Promise<Review | null> {
  const db = await database()
  const row = await db.submission.findUnique({ where: { id }, include: whole })
  if (!row) return null
  const [submission] = await toListed(db, [row])
  if (!submission) return null
  const revisions = row.subjectReference
    ? await listRevisions({ kind: row.subjectKind, reference: row.subjectReference })
    : []
  const preview = (await asPublished(db, row)) ?? (await previewOf(db, row, null))
  const since = isUnderway(row.state)
    ? revisions.filter(({ revision }) => revision > row.baseVersion)
    : []
  const { snapshot, newSources, ...rest } = preview
  const { replaces } = row
  const before = replaces && (await returnedPreview(db, replaces, newSources))
  const named = await readNamed([preview.live, snapshot, ...(before ? [before.snapshot] : [])])
  return {
    submission,
    reviewer: row.reviewer?.name ?? null,
    replaces: replaces && {
      id: replaces.id,
      returnReason: replaces.returnReason,
      proposed: before?.snapshot ?? snapshot,
    },
    replacedBy: row.replacedBy?.id ?? null,
    fileName: row.import?.fileName ?? null,
    base: since.length > 0 ? await readBase(db, row) : null,
    since,
    ...rest,
    asked: isUnderway(row.state) && needsAnswer(row) ? await askedOf(row) : null,
    proposed: snapshot,
    corrected: revisions.find(({ number }) => number === row.corrects) ?? null,
    citations: await readCitations(db, preview.live, snapshot, newSources),
    names: {
      ...named,
      sources: {
        ...named.sources,
        ...Object.fromEntries(
          newSources.map((source, index) => [newSourceName(index), factsOfNew(source)]),
        ),
        ...before?.sources,
      },
    },
  }
}

/**
 * What a returned submission proposed, against what is live now, and what its new sources are called. One that its
 * successor brings no longer has a name of its own, or the two would read as one.
 */
async function returnedPreview(
  db: Database,
  returned: Parameters<typeof previewOf>[1],
  successors: Preview['newSources'],
): Promise<{ snapshot: ProposedSnapshot; sources: Record<string, SourceFacts> }> {
  const { snapshot, newSources } = await previewOf(db, returned, null)
  const dropped = newSources.flatMap((source, index) =>
    isDeepStrictEqual(source, successors[index]) ? [] : [{ source, name: newSourceName(index) }],
  )
  const renamed = new Map(dropped.map(({ name }) => [name, `returned-${name}`]))
  const rename = (key: string, value: unknown) =>
    key === 'source' && typeof value === 'string' ? (renamed.get(value) ?? value) : value
  return {
    snapshot: JSON.parse(JSON.stringify(snapshot, rename)) as ProposedSnapshot,
    sources: Object.fromEntries(
      dropped.map(({ source, name }) => [renamed.get(name) ?? name, factsOfNew(source)]),
    ),
  }
}

/** What a published submission did: its revision, before and after. */
async function asPublished(db: Database, row: Row): Promise<Preview | null> {
  if (row.publishedRevision === null) return null
  const revision = await db.revision.findUniqueOrThrow({ where: { number: row.publishedRevision } })
  return {
    live: revision.before === null ? null : snapshotOf(revision.before),
    snapshot: snapshotOf(revision.after),
    version: revision.subjectRevision,
    newSources: [],
    conflicts: [],
    isOvertaken: false,
    problems: [],
  }
}

async function readBase(db: Database, row: Row): Promise<ProposedSnapshot | null> {
  const { subjectKind: kind, subjectReference: reference, baseVersion: version } = row
  return reference ? ((await readAtVersions(db, [{ kind, reference, version }]))[0] ?? null) : null
}
