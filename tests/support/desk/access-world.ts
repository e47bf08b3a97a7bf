import type { Officer } from '@/features/desk/officers/model'
import type { Database } from '@/server/database/database'
import { newOfficer } from './officers'
import { statementFrom } from './statements'

/** What the attempts are made on. */
export type World = { db: Database; source: string; author: Officer; release: string }

/** @param today ISO. */
export async function prepareWorld(db: Database, today: string): Promise<World> {
  const { slug } = await db.source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  const author = await newOfficer('editor')
  const release = await db.release.create({
    data: {
      at: new Date(`${today}T00:00:00Z`.replace(/^\d{4}/, '2999')),
      title: 'A signing',
      createdById: author.id,
      createdAt: new Date(),
    },
  })
  return { db, source: slug, author, release: release.id }
}

/** A submission that waits: the officer's own, or another's. Put there directly, since a viewer could not submit one. */
export async function waiting(
  world: World,
  authorId: string,
  assertedBy = 'hk_side',
): Promise<string> {
  const change = { state: 'ongoing', assertedBy } as const
  const { statement, version } = await statementFrom('6-4.1', change)
  const { id } = await world.db.submission.create({
    data: {
      kind: 'statement',
      subjectKind: 'project',
      subjectReference: '6-4.1',
      baseVersion: version,
      content: statement,
      authorId,
      submittedAt: new Date(),
    },
  })
  return id
}

/** A statement that is live for 6-4.2, by this author. */
export async function stated(world: World, authorId: string): Promise<string> {
  const project = await world.db.project.findUniqueOrThrow({ where: { reference: '6-4.2' } })
  const { id } = await world.db.statusStatement.create({
    data: {
      projectId: project.id,
      projectState: 'not_reported',
      asOf: new Date('2025-01-01'),
      assertedBy: 'editor',
      authorId,
      publishedAt: new Date(),
    },
  })
  await world.db.project.update({
    where: { id: project.id },
    data: { currentStatementId: id, state: 'not_reported' },
  })
  return id
}
