import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sendDue } from '@/features/desk/mail/commands/send-due'
import { writeDigests } from '@/features/desk/mail/commands/write-digests'
import { digestDetail } from '@/features/desk/mail/input'
import type { Officer } from '@/generated/prisma/client'
import { makeOfficer, makeSubmission } from '~/tests/support/desk/mails'
import { readMessage } from '~/tests/support/desk/read-message'
import { freshDatabase } from '~/tests/support/server/database'

const folder = mkdtempSync(path.join(tmpdir(), 'register-digest-'))
beforeAll(() => {
  process.env.DATA_DIR = folder
})
const db = freshDatabase()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A Monday, nine in the morning in Hong Kong. */
const monday = new Date('2026-11-30T01:00:00Z')
const long = new Date('2026-01-01T00:00:00Z')
const hours = (count: number) => vi.setSystemTime(monday.getTime() + count * 3_600_000)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: monday })
  await db().mail.deleteMany()
  await db().digestWeek.deleteMany()
  await db().submission.deleteMany()
  await db().officer.deleteMany()
})
afterEach(() => vi.useRealTimers())

async function officerOf(fields: string[], traits: Parameters<typeof makeOfficer>[1] = {}) {
  const officer = await makeOfficer(db(), { createdAt: long, ...traits })
  for (const reference of fields) {
    const field = await db().field.findUniqueOrThrow({ where: { reference } })
    await db().assignment.create({ data: { officerId: officer.id, fieldId: field.id } })
  }
  return officer
}
async function digestOf(officer: Officer) {
  const mail = await db().mail.findFirst({ where: { officerId: officer.id } })
  return mail && digestDetail.parse(mail.detail)
}

test('it is written on Monday at nine in Hong Kong, once, and again a week later', async () => {
  const officer = await officerOf(['6-4'])
  const count = () => db().mail.count({ where: { officerId: officer.id } })
  hours(-1 / 3_600)
  await writeDigests()
  expect(await count()).toBe(0)
  hours(0)
  await Promise.all([writeDigests(), writeDigests()])
  await writeDigests()
  hours(150)
  await writeDigests()
  expect(await count()).toBe(1)
  hours(7 * 24)
  await writeDigests()
  const keys = await db().mail.findMany({ orderBy: { id: 'asc' } })
  expect(keys.map(({ key }) => key)).toEqual([
    `digest:${officer.id}:2026-W49`,
    `digest:${officer.id}:2026-W50`,
  ])
})

test('a server that was down on Monday makes up for it', async () => {
  const officer = await officerOf(['6-4'])
  hours(80)
  await writeDigests()
  expect(await digestOf(officer)).not.toBeNull()
})

test('it names what has been without news for nine months: no news, no development, no end', async () => {
  const officer = await officerOf([])
  const quiet = await db().project.findMany({
    where: { itemised: true, stateAsOf: null, developments: { none: {} } },
    orderBy: { position: 'desc' },
    take: 3,
  })
  const [fresh, ended, developed] = quiet
  if (!fresh || !ended || !developed) throw new Error('The facts have too few quiet items.')
  await writeDigests()
  const before = await digestOf(officer)
  await db().project.update({
    where: { id: fresh.id },
    data: { state: 'in_progress', stateAsOf: new Date('2026-10-01') },
  })
  await db().project.update({
    where: { id: ended.id },
    data: { state: 'completed', stateAsOf: new Date('2025-01-01') },
  })
  await db().development.create({
    data: {
      slug: '2026-10-01-1',
      date: new Date('2026-10-01'),
      namesTheConference: false,
      projects: { connect: { id: developed.id } },
    },
  })
  await db().digestWeek.deleteMany()
  await db().mail.deleteMany()
  await writeDigests()
  const after = await digestOf(officer)
  expect(after?.withoutNews.count).toBe((before?.withoutNews.count ?? 0) - 3)
})

test('it names what is in the officer’s charge, twenty at most, and no slots; a viewer is in charge of nothing', async () => {
  const [editor, everything, viewer] = [
    await officerOf(['6-4']),
    await officerOf([]),
    await officerOf(['6-4'], { role: 'viewer' }),
  ]
  await writeDigests()
  const inField = { itemised: true, field: { reference: '6-4' } }
  const projects = await db().project.findMany({ where: inField })
  const documents = await db().document.findMany({
    where: { itemised: true, fields: { some: { reference: '6-4' } } },
  })
  const charge = [...projects, ...documents].map(({ reference }) => reference)
  const first = (await digestOf(editor))?.withoutNews.first ?? []
  expect(first.length).toBeGreaterThan(0)
  expect(first.filter((reference) => !charge.includes(reference))).toEqual([])
  const all = await digestOf(everything)
  expect(all?.withoutNews.count).toBeGreaterThan(20)
  expect(all?.withoutNews.first).toHaveLength(20)
  expect(all?.withoutNews.first.filter((reference) => /-u\d/.test(reference))).toEqual([])
  expect(await digestOf(viewer)).toBeNull()
})

test('it names texts that their original has left behind', async () => {
  const officer = await officerOf(['6-4'])
  const item = await db().project.findUniqueOrThrow({ where: { reference: '6-4.2' } })
  const original = { projectId: item.id, part: 'text' as const, language: 'zh-Hant' }
  await writeDigests()
  expect((await digestOf(officer))?.staleTexts).toEqual({ count: 0, first: [] })
  const before = await db().text.findFirstOrThrow({ where: original })
  await db().text.update({ where: { id: before.id }, data: { body: `${before.body}（更正）` } })
  hours(7 * 24)
  await db().mail.deleteMany()
  await writeDigests()
  expect((await digestOf(officer))?.staleTexts).toEqual({ count: 1, first: ['6-4.2'] })
  await db().text.update({ where: { id: before.id }, data: { body: before.body } })
})

test('it names what was returned to the officer, and what waits for a reviewer but is not their own', async () => {
  const [editor, reviewer] = [await officerOf([]), await officerOf([], { role: 'reviewer' })]
  const returned = await makeSubmission(db(), editor, {
    state: 'returned',
    reviewer,
    returnReason: 'No source.',
  })
  const replaced = await makeSubmission(db(), editor, {
    reference: '6-4.1',
    state: 'returned',
    reviewer,
    returnReason: 'No source.',
  })
  const waiting = await makeSubmission(db(), editor, { reference: '6-4.1' })
  await db().submission.update({ where: { id: waiting.id }, data: { replacesId: replaced.id } })
  await makeSubmission(db(), reviewer, { reference: '6-5.1' })
  await writeDigests()
  const [ofEditor, ofReviewer] = [await digestOf(editor), await digestOf(reviewer)]
  expect(ofEditor?.returned).toEqual({ count: 1, first: [returned.id] })
  expect(ofEditor?.toReview.count).toBe(0)
  expect(ofReviewer?.returned.count).toBe(0)
  expect(ofReviewer?.toReview).toEqual({ count: 1, first: [waiting.id] })
})

test('nothing is written to who has nothing waiting, wants none, is disabled, or came after Monday', async () => {
  // Everything in this field has news.
  await db().project.updateMany({
    where: { field: { reference: '6-14' } },
    data: { stateAsOf: new Date('2026-11-01') },
  })
  await db().document.updateMany({
    where: { fields: { some: { reference: '6-14' } } },
    data: { stateAsOf: new Date('2026-11-01') },
  })
  const idle = await officerOf(['6-14'])
  await officerOf([], { mailDigest: false })
  await officerOf([], { createdAt: new Date(monday.getTime() + 1) })
  const gone = await officerOf([])
  await db().officer.update({ where: { id: gone.id }, data: { disabledAt: long } })
  hours(1)
  await writeDigests()
  expect(await db().mail.count()).toBe(0)
  // What comes up on Tuesday has a mail of its own; the digest is Monday's.
  await makeSubmission(db(), idle, { state: 'returned', returnReason: 'No source.' })
  hours(30)
  await writeDigests()
  expect(await db().mail.count()).toBe(0)
})

test.each([
  {
    language: 'zh-Hant',
    subject: /^每週提要：有\d+項待你跟進$/,
    lines: [
      '截至2026年11月30日，以下各項待你跟進。',
      '退回給你的提交稿：1項',
      '· 6-4.2 金融市場互聯互通\nhttp://127.0.0.1:3000/tc/desk/submissions/',
      '項，見工作台。',
      '\nhttp://127.0.0.1:3000/tc/desk/items/',
    ],
  },
  {
    language: 'zh-Hans',
    subject: /^每周提要：有\d+项待你跟进$/,
    lines: [
      '截至2026年11月30日，以下各项待你跟进。',
      '退回给你的提交稿：1项',
      '· 6-4.2 金融市场互联互通\nhttp://127.0.0.1:3000/sc/desk/submissions/',
    ],
  },
  {
    language: 'en',
    subject: /^This week: \d+ matters for you$/,
    lines: [
      'On 30 November 2026, this is waiting for you.',
      '1 submission returned to you\n',
      '· 6-4.2 Mutual market access\nhttp://127.0.0.1:3000/en/desk/submissions/',
      'more at the desk.',
    ],
  },
])('it is worded in the officer’s language, $language, with a link for each', async (edition) => {
  const officer = await officerOf([], { language: edition.language })
  await makeSubmission(db(), officer, { state: 'returned', returnReason: 'No source.' })
  await writeDigests()
  await sendDue()
  const mail = await db().mail.findFirstOrThrow({ where: { officerId: officer.id } })
  expect(mail.state).toBe('sent')
  const { headers, text } = readMessage(
    readFileSync(path.join(process.env.DATA_DIR ?? '', 'outbox', `${mail.id}.eml`), 'utf8'),
  )
  expect(headers.subject).toMatch(edition.subject)
  for (const line of edition.lines) expect(text).toContain(line)
  expect(text).not.toMatch(/words\.|undefined|\{|\}/)
})
