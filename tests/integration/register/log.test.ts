import { expect, test } from 'vitest'
import { recordRevision } from '@/features/register/log/commands/record'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const register = { role: 'register', side: null, officerId: null } as const

test('the numbers run from 1 to the head without a gap, in the order of time', async () => {
  const log = await db().revision.findMany({ orderBy: { number: 'asc' } })
  expect(log.length).toBeGreaterThan(200)
  expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1))
  const times = log.map(({ recordedAt }) => recordedAt.getTime())
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('each revision of a subject begins where the one before it ended', async () => {
  const log = await db().revision.findMany({ orderBy: { number: 'asc' } })
  const latest = new Map<string, (typeof log)[number]>()
  for (const revision of log) {
    const subject = `${revision.subjectKind} ${revision.subjectReference}`
    const previous = latest.get(subject)
    expect(revision.before).toEqual(previous?.after ?? null)
    expect(revision.subjectRevision).toBe((previous?.subjectRevision ?? 0) + 1)
    latest.set(subject, revision)
  }
})

test('the tables are what the log says, for every subject that they hold', async () => {
  const held = [
    ...(await db().mechanism.findMany()).map(
      (row) => ['mechanism', row.slug, row.version] as const,
    ),
    ...(await db().source.findMany()).map((row) => ['source', row.slug, row.version] as const),
    ...(await db().organisation.findMany()).map(
      (row) => ['organisation', row.slug, row.version] as const,
    ),
    ...(await db().person.findMany()).map((row) => ['person', row.slug, row.version] as const),
    ...(await db().conference.findMany()).map(
      (row) => ['conference', row.reference, row.version] as const,
    ),
    ...(await db().field.findMany()).map((row) => ['field', row.reference, row.version] as const),
    ...(await db().project.findMany()).map(
      (row) => ['project', row.reference, row.version] as const,
    ),
    ...(await db().document.findMany()).map(
      (row) => ['document', row.reference, row.version] as const,
    ),
    ...(await db().development.findMany()).map(
      (row) => ['development', row.slug, row.version] as const,
    ),
    ...(await db().glossaryTerm.findMany()).map(
      (row) => ['glossary_term', row.slug, row.version] as const,
    ),
  ]
  const log = await db().revision.findMany({ orderBy: { number: 'asc' } })
  const latest = new Map(
    log.map((entry) => [`${entry.subjectKind} ${entry.subjectReference}`, entry]),
  )
  expect(latest.size).toBe(held.length)
  await db().$transaction(
    async (tx) => {
      for (const [kind, reference, version] of held) {
        const revision = latest.get(`${kind} ${reference}`)
        expect(revision?.subjectRevision).toBe(version)
        expect(await readSnapshot(tx, kind, reference)).toEqual(revision?.after)
      }
    },
    { timeout: 60_000 },
  )
})

test('a project with an opening state was entered first, and then its state published', async () => {
  const history = await db().revision.findMany({
    where: { subjectKind: 'project', subjectReference: '6-4.2' },
    orderBy: { number: 'asc' },
  })
  expect(history).toMatchObject([
    {
      action: 'entered',
      before: null,
      after: { state: 'not_reported', statement: null },
      citations: [{ source: 'tkp-2024-04-27', quote: null }],
      actorRole: 'register',
    },
    {
      action: 'status_published',
      before: { state: 'not_reported' },
      after: { state: 'in_progress', statement: { asOf: '2025-06-18', assertedBy: 'editor' } },
      citations: [{ source: 'chinadailyhk-2025-06-18' }, { source: 'investsh-2025-06-19' }],
    },
    // An editor's note, the exact words of the sources and better English were added since.
    { action: 'corrected', after: { state: 'in_progress' }, actorRole: 'register' },
    { action: 'corrected', after: { state: 'in_progress' }, actorRole: 'register' },
    { action: 'corrected', after: { state: 'in_progress' }, actorRole: 'register' },
  ])
})

test('every entry of a field, project, document, conference or development names its sources', async () => {
  const unsourced = await db().revision.findMany({
    where: {
      subjectKind: { in: ['field', 'project', 'document', 'conference', 'development'] },
      citations: { equals: [] },
    },
  })
  expect(unsourced).toEqual([])
})

test('what has not changed makes no entry', async () => {
  const head = await db().revision.count()
  const recorded = await db().$transaction((tx) =>
    recordRevision(tx, {
      kind: 'project',
      reference: '6-1.1',
      action: 'facts_changed',
      actor: register,
      citations: [],
    }),
  )
  expect(recorded).toBeNull()
  expect(await db().revision.count()).toBe(head)
})

test('when the record fails, the change fails', async () => {
  const attempt = db().$transaction(async (tx) => {
    await tx.project.update({ where: { reference: '6-1.1' }, data: { itemised: false } })
    await recordRevision(tx, {
      kind: 'project',
      reference: '6-99.9',
      action: 'facts_changed',
      actor: register,
      citations: [],
    })
  })
  await expect(attempt).rejects.toThrow()
  const project = await db().project.findUniqueOrThrow({ where: { reference: '6-1.1' } })
  expect(project.itemised).toBe(true)
})

test('a statement that the database refuses is refused before the commit, with its entry', async () => {
  const head = await db().revision.count()
  const attempt = db().$transaction(async (tx) => {
    const { id: projectId } = await tx.project.findUniqueOrThrow({ where: { reference: '6-1.1' } })
    const asOf = new Date('2026-01-01T00:00:00Z')
    const { id } = await tx.statusStatement.create({
      data: { projectId, projectState: 'completed', asOf, assertedBy: 'editor', publishedAt: asOf },
    })
    await tx.project.update({
      where: { id: projectId },
      data: { state: 'completed', stateAsOf: asOf, currentStatementId: id },
    })
    await recordRevision(tx, {
      kind: 'project',
      reference: '6-1.1',
      action: 'status_published',
      actor: register,
      citations: [],
    })
  })
  await expect(attempt).rejects.toThrow(/rests on no citation/)
  expect(await db().revision.count()).toBe(head)
})
