import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sendMailAgain } from '@/features/desk/mail/commands/send-again'
import { sendTestMail } from '@/features/desk/mail/commands/send-test'
import type { MailState } from '@/features/desk/mail/model'
import { listMails } from '@/features/desk/mail/queries/list-mails'
import { makeMail, makeOfficer } from '~/tests/support/desk/mails'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

// What administrators see of the mails, and may do about them.

const db = freshDatabase()
beforeEach(async () => {
  await db().mail.deleteMany()
})

const rowOf = (id: string) => db().mail.findUniqueOrThrow({ where: { id } })
async function mailIn(state: MailState) {
  const { id } = await makeMail(db(), await makeOfficer(db()))
  const left = state === 'sent' || state === 'uncertain'
  return db().mail.update({
    where: { id },
    data: {
      state,
      attempts: 3,
      route: left ? 'smtp' : null,
      sentAt: state === 'sent' ? new Date() : null,
      lastError: state === 'failed' ? 'refused: 550 no such user' : null,
    },
  })
}
const audited = (action: string, officerId: string) =>
  db().auditEntry.findMany({ where: { action, officerId }, orderBy: { at: 'asc' } })

test('one that failed is sent again from the beginning, and that is audited', async () => {
  const admin = await newOfficer('admin')
  const mail = await mailIn('failed')
  expect(await sendMailAgain(admin, { id: mail.id, mayArriveTwice: 'no' })).toEqual({ ok: true })
  expect(await rowOf(mail.id)).toMatchObject({ state: 'waiting', attempts: 0, lastError: null })
  expect(await audited('mail.send_again', admin.id)).toMatchObject([
    { outcome: 'done', subjectReference: mail.id, detail: { key: mail.key, was: 'failed' } },
  ])
})

test('one that is uncertain is sent again only by who knows that it may arrive twice', async () => {
  const admin = await newOfficer('admin')
  const mail = await mailIn('uncertain')
  expect(await sendMailAgain(admin, { id: mail.id, mayArriveTwice: 'no' })).toEqual({
    ok: false,
    reason: 'may_arrive_twice',
  })
  expect(await rowOf(mail.id)).toMatchObject({ state: 'uncertain', attempts: 3 })
  expect(await sendMailAgain(admin, { id: mail.id, mayArriveTwice: 'yes' })).toEqual({ ok: true })
  expect(await rowOf(mail.id)).toMatchObject({ state: 'waiting', route: null })
  const outcomes = (await audited('mail.send_again', admin.id)).map(({ outcome }) => outcome)
  expect(outcomes).toEqual(['refused', 'done'])
})

test.each(['waiting', 'sending', 'sent', 'skipped'] as const)(
  'one that is %s is not sent again',
  async (state) => {
    const admin = await newOfficer('admin')
    const mail = await mailIn(state)
    const outcome = await sendMailAgain(admin, { id: mail.id, mayArriveTwice: 'yes' })
    expect(outcome).toEqual({ ok: false, reason: 'mail_on_its_way' })
    expect(await rowOf(mail.id)).toMatchObject({ state, attempts: 3 })
  },
)

test('two administrators who press at once send it again once', async () => {
  const [one, other] = [await newOfficer('admin'), await newOfficer('admin')]
  const { id } = await mailIn('failed')
  const outcomes = await Promise.all(
    [one, other].map((admin) => sendMailAgain(admin, { id, mayArriveTwice: 'no' })),
  )
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('an unknown mail is refused, and whoever is no administrator, whatever they ask', async () => {
  const [admin, reviewer] = [await newOfficer('admin'), await newOfficer('reviewer')]
  const mail = await mailIn('failed')
  for (const id of [randomUUID(), 'x'.repeat(10_000)]) {
    const outcome = await sendMailAgain(admin, { id, mayArriveTwice: 'no' })
    expect(outcome).toEqual({ ok: false, reason: 'no_such_mail' })
  }
  const outcome = await sendMailAgain(reviewer, { id: mail.id, mayArriveTwice: 'no' })
  expect(outcome).toEqual({ ok: false, reason: 'not_allowed' })
  expect(await sendTestMail(reviewer, { token: randomUUID() })).toEqual({
    ok: false,
    reason: 'not_allowed',
  })
  expect(await rowOf(mail.id)).toMatchObject({ state: 'failed' })
  expect(await audited('mail.send_again', reviewer.id)).toMatchObject([{ outcome: 'refused' }])
})

test('a form pressed twice sends one test mail, to who pressed it', async () => {
  const admin = await newOfficer('admin')
  const token = randomUUID()
  expect((await sendTestMail(admin, { token })).ok).toBe(true)
  expect((await sendTestMail(admin, { token })).ok).toBe(true)
  expect((await sendTestMail(admin, { token: randomUUID() })).ok).toBe(true)
  const mails = await db().mail.findMany()
  expect(mails.map(({ officerId, kind }) => [officerId, kind])).toEqual([
    [admin.id, 'test'],
    [admin.id, 'test'],
  ])
})

test('the list holds the latest fifty, of all or of one state, and counts every one', async () => {
  const failed = await mailIn('failed')
  const officer = await makeOfficer(db())
  for (let made = 0; made < 51; made += 1) await makeMail(db(), officer)
  const { mails, counts } = await listMails(null)
  expect(mails).toHaveLength(50)
  expect(counts).toEqual({ waiting: 51, sending: 0, sent: 0, failed: 1, uncertain: 0, skipped: 0 })
  expect(mails.map(({ createdAt }) => createdAt)).toEqual(
    mails
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  )
  const only = await listMails('failed')
  expect(only.mails).toMatchObject([
    { id: failed.id, problem: { code: 'refused', said: '550 no such user' }, nextAttemptAt: null },
  ])
})
