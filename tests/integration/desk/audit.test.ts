import { beforeAll, expect, test } from 'vitest'
import { exportAudit } from '@/features/desk/audit/commands'
import { auditFilter } from '@/features/desk/audit/input'
import { listActs, readActs } from '@/features/desk/audit/queries'
import { type Officer, officerRoles } from '@/features/desk/officers/model'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
let one: Officer
let other: Officer

const act = (
  at: string,
  action: string,
  more: { officerId?: string; subjectReference?: string; outcome?: 'refused'; detail?: object },
) => ({ at: new Date(at), action, outcome: 'done' as const, detail: {}, ...more })

beforeAll(async () => {
  one = await newOfficer('admin')
  other = await newOfficer('editor')
  const submission = await db().submission.create({
    data: {
      kind: 'statement',
      subjectKind: 'project',
      subjectReference: '6-4.2',
      baseVersion: 1,
      content: {},
      authorId: other.id,
      submittedAt: new Date(),
    },
  })
  await db().auditEntry.createMany({
    data: [
      act('2031-05-01T15:59:59.999Z', 'test.before', { officerId: one.id }),
      act('2031-05-01T16:00:00.000Z', 'test.first', { officerId: one.id }),
      act('2031-05-02T15:59:59.999Z', 'test.last', {
        officerId: other.id,
        outcome: 'refused',
        detail: { reason: 'not_allowed', page: '/en/desk' },
      }),
      act('2031-05-02T16:00:00.000Z', 'test.after', { officerId: one.id }),
      act('2031-05-03T00:00:00.000Z', 'test.item', { subjectReference: '6-4.2' }),
      act('2031-05-03T00:00:01.000Z', 'test.submission', { subjectReference: submission.id }),
      act('2031-05-03T00:00:02.000Z', 'test.elsewhere', { subjectReference: '6-5.1' }),
      ...Array.from({ length: 1200 }, (_, index) =>
        act('2032-01-01T00:00:00.000Z', 'test.many', { subjectReference: `many-${index}` }),
      ),
    ],
  })
})

async function actions(asked: Record<string, string>) {
  const filter = auditFilter.read(asked)
  const { acts } = await listActs(filter, { after: undefined, limit: 50 })
  return acts.map(({ action }) => action)
}

test('days are those of Hong Kong, from the first moment of one to the last of the other', async () => {
  const day = { from: '2031-05-02', to: '2031-05-02' }
  expect(await actions(day)).toEqual(['test.last', 'test.first'])
  expect(await actions({ ...day, officer: other.id })).toEqual(['test.last'])
  expect(await actions({ ...day, outcome: 'done' })).toEqual(['test.first'])
  expect(await actions({ ...day, action: 'test.after' })).toEqual([])
})

test('an item is found by its reference, its submissions with it', async () => {
  const filter = auditFilter.read({ subject: '6-4.2', from: '2031-05-03', to: '2031-05-03' })
  const { acts } = await listActs(filter, { after: undefined, limit: 50 })
  expect(acts.map(({ action, submission }) => ({ action, submission }))).toEqual([
    { action: 'test.submission', submission: { reference: '6-4.2' } },
    { action: 'test.item', submission: null },
  ])
})

test('a refusal tells its reason apart from the rest', async () => {
  const { acts } = await listActs(auditFilter.read({ action: 'test.last' }), {
    after: undefined,
    limit: 1,
  })
  expect(acts[0]).toMatchObject({
    officer: { id: other.id, name: other.name, email: other.email },
    outcome: 'refused',
    reason: 'not_allowed',
    detail: { page: '/en/desk' },
  })
})

test('pages hold every act once, even of one moment; what happens meanwhile shifts nothing', async () => {
  const filter = auditFilter.read({ action: 'test.many' })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listActs(filter, { after, limit: 170 })
    seen.push(...page.acts.map(({ subject }) => subject ?? ''))
    after = page.next ?? undefined
    await db().auditEntry.create({
      data: act('2032-01-02T00:00:00.000Z', 'test.many', { subjectReference: 'meanwhile' }),
    })
  } while (after)
  expect(seen).toHaveLength(1200)
  expect(new Set(seen).size).toBe(1200)
  expect(seen).not.toContain('meanwhile')
  let read = 0
  for await (const page of readActs(filter)) read += page.length
  expect(read).toBeGreaterThan(1200)
})

test('administrators alone take a copy, and each attempt is in the trail', async () => {
  for (const role of officerRoles) {
    const actor = await newOfficer(role)
    const outcome = await exportAudit(actor, auditFilter.read({ action: 'test.first' }))
    expect(outcome.ok, role).toBe(role === 'admin')
    const trail = await db().auditEntry.findMany({ where: { officerId: actor.id } })
    expect(trail.map(({ action, outcome, detail }) => ({ action, outcome, detail }))).toEqual([
      role === 'admin'
        ? { action: 'audit.export', outcome: 'done', detail: { action: 'test.first' } }
        : { action: 'audit.export', outcome: 'refused', detail: { reason: 'not_allowed' } },
    ])
  }
  const unready = { ...one, needsSecondFactor: true } as Officer
  expect((await exportAudit(unready, {})).ok).toBe(false)
})
