import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { recordRevision } from '@/features/register/log/commands/record'
import { snapshotOf } from '@/features/register/subjects/model/snapshot'
import { applyAmendments } from '~/prisma/seed/amendments'
import { readAmendments } from '~/prisma/seed/corrections'
import { startRun } from '~/prisma/seed/run'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const apply = (amendments = readAmendments()) =>
  db().$transaction(async (tx) => applyAmendments(await startRun(tx), amendments), {
    timeout: 60_000,
  })

test('every correction stands in the log as a revision that says what it corrects, and why', async () => {
  const corrections = await db().revision.findMany({ where: { action: 'corrected' } })
  for (const [, { reason, changes }] of readAmendments()) {
    for (const { kind, reference } of changes) {
      const mine = corrections.filter(
        ({ subjectKind, subjectReference, correctionReason }) =>
          subjectKind === kind &&
          subjectReference === reference &&
          isDeepStrictEqual(correctionReason, reason),
      )
      expect(mine, reference).toMatchObject([{ actorRole: 'register', actorSide: null }])
      expect(mine[0]?.corrects).toBeLessThan(mine[0]?.number ?? 0)
    }
  }
})

test('a state that was taken back stays in the history', async () => {
  const revisions = await db().revision.findMany({
    where: { subjectKind: 'project', subjectReference: '6-12.1' },
    orderBy: { number: 'asc' },
  })
  const states = revisions.map(({ after }) => snapshotOf(after).state)
  expect(states.slice(0, 3)).toEqual(['not_reported', 'in_progress', 'not_reported'])
  expect(new Set(states.slice(2))).toEqual(new Set(['not_reported']))
  expect(snapshotOf(revisions[2]?.after).statement).toBeNull()
})

test('each set is applied once', async () => {
  const head = await db().revision.count()
  expect(await apply()).toBe(0)
  expect(await db().revision.count()).toBe(head)
  expect(await db().amendment.count()).toBe(readAmendments().length + 2)
})

test('what an officer has changed since is left alone', async () => {
  const [reference, untouched] = ['6-5.1', '6-5.2']
  await db().$transaction(async (tx) => {
    await tx.text.updateMany({
      where: { part: 'title', language: 'en', project: { reference } },
      data: { body: 'Shipping indices and ship finance' },
    })
    await recordRevision(tx, {
      kind: 'project',
      reference,
      action: 'text_changed',
      actor: { role: 'editor', side: 'HK', officerId: null },
      citations: [],
    })
  })
  const note = { bodies: { 'zh-Hant': '一則說明。', en: 'A note.' }, origin: 'editorial' as const }
  const reason = { 'zh-Hant': '試', 'zh-Hans': '试', en: 'A trial' }
  const changes = [reference, untouched].map((one) => ({
    kind: 'project' as const,
    reference: one,
    texts: { note },
  }))
  expect(await apply([['9999-trial', { reason, changes }]])).toBe(1)
  const notes = (one: string) =>
    db().text.count({ where: { part: 'note', project: { reference: one } } })
  expect([await notes(reference), await notes(untouched)]).toEqual([0, 3])
})
