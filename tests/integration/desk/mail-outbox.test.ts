import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sendDue } from '@/features/desk/mail/commands/send-due'
import type { Officer } from '@/generated/prisma/client'
import { mailRoute } from '@/server/mail/mail-route'
import { writeMails } from '@/server/mail/outbox'
import { makeMail, makeOfficer, makeSubmission } from '~/tests/support/desk/mails'
import { readMessage } from '~/tests/support/desk/read-message'
import { freshDatabase } from '~/tests/support/server/database'

// Without a mail server, mails are files.

const folder = mkdtempSync(path.join(tmpdir(), 'register-outbox-'))
beforeAll(() => {
  process.env.DATA_DIR = folder
  process.env.BASE_URL = 'https://register.example.org'
})
const db = freshDatabase()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = new Date('2026-11-25T02:00:00Z')
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  await db().mail.deleteMany()
})
afterEach(() => vi.useRealTimers())

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
const outbox = () => {
  const way = mailRoute()
  if (way.route !== 'outbox') throw new Error('There is a mail server.')
  return way.folder
}
const fileOf = ({ id }: { id: string }) => path.join(outbox(), `${id}.eml`)
const read = (mail: { id: string }) => readMessage(readFileSync(fileOf(mail), 'utf8'))
const rowOf = ({ id }: { id: string }) => db().mail.findUniqueOrThrow({ where: { id } })

/** Writes an officer the mail about a release of half past nine in Hong Kong that failed. */
async function tellOfFailedRelease(officer: Officer, title: string, reference: string | null) {
  const { id } = await db().release.create({
    data: {
      at: new Date('2026-11-25T01:30:00Z'),
      title,
      state: 'failed',
      failure: { reason: 'conflict', reference },
      createdById: officer.id,
      createdAt: start,
      endedAt: start,
    },
  })
  return makeMail(db(), officer, { kind: 'release_failed', detail: { release: id } })
}

test('a mail is written once by its key, and with the transaction that it tells of or not at all', async () => {
  const officer = await makeOfficer(db())
  const mail = { key: 'once', officerId: officer.id, kind: 'test' as const, detail: {} }
  await db().$transaction((tx) => writeMails(tx, [mail, mail]))
  await db().$transaction((tx) => writeMails(tx, [mail]))
  expect(await db().mail.count({ where: { key: 'once' } })).toBe(1)
  const undone = db().$transaction(async (tx) => {
    await writeMails(tx, [{ ...mail, key: 'undone' }])
    throw new Error('the command failed')
  })
  await expect(undone).rejects.toThrow('the command failed')
  expect(await db().mail.count({ where: { key: 'undone' } })).toBe(0)
})

test('a mail becomes one file, for its owner’s eyes, named and dated by its row', async () => {
  const officer = await makeOfficer(db(), { name: '陳大文' })
  const mail = await makeMail(db(), officer)
  later(1)
  await sendDue()
  await sendDue()
  expect(readdirSync(outbox()).filter((name) => name.startsWith(mail.id))).toEqual([
    `${mail.id}.eml`,
  ])
  expect(statSync(fileOf(mail)).mode & 0o777).toBe(0o600)
  expect(statSync(outbox()).mode & 0o777).toBe(0o700)
  const { headers } = read(mail)
  expect(headers).toMatchObject({
    'message-id': `<${mail.id}@register.example.org>`,
    date: 'Wed, 25 Nov 2026 02:00:00 +0000',
    from: 'Hong Kong–Shanghai Co-operation Tracker <no-reply@register.example.org>',
    to: `陳大文 <${officer.email}>`,
    'content-language': 'en-HK',
    'auto-submitted': 'auto-generated',
  })
  expect(await rowOf(mail)).toMatchObject({
    state: 'sent',
    route: 'outbox',
    attempts: 1,
    sentAt: new Date(),
    lastError: null,
  })
})

test.each([
  {
    language: 'zh-Hant',
    tag: 'zh-Hant-HK',
    subject: '已退回：6-4.2 金融市場互聯互通',
    text: /^林審核退回了你就「6-4\.2 .+」的提交稿，原因如下：$/m,
    prefix: '/tc',
    site: '滬港合作追蹤（由獨立編者整理，並非政府網站）',
  },
  {
    language: 'zh-Hans',
    tag: 'zh-Hans-CN',
    subject: '已退回：6-4.2 金融市场互联互通',
    text: /^林審核退回了你就“6-4\.2 .+”的提交稿，原因如下：$/m,
    prefix: '/sc',
    site: '沪港合作追踪（由独立编者整理，并非政府网站）',
  },
  {
    language: 'en',
    tag: 'en-HK',
    subject: 'Returned to you: 6-4.2 Mutual market access',
    text: /^林審核 has returned your submission on “6-4\.2 .+”, for this reason:$/m,
    prefix: '/en',
    site: 'Hong Kong–Shanghai Co-operation Tracker (an independent register, not a government website)',
  },
])('what was returned is told in the officer’s language, $language', async (edition) => {
  const author = await makeOfficer(db(), { language: edition.language })
  const reviewer = await makeOfficer(db(), { name: '林審核', role: 'reviewer' })
  const submission = await makeSubmission(db(), author, {
    state: 'returned',
    reviewer,
    returnReason: 'The quote is not in the source.\nSee page 3.',
  })
  const mail = await makeMail(db(), author, {
    kind: 'returned',
    detail: { submission: submission.id },
  })
  await sendDue()
  const { headers, text } = read(mail)
  expect(headers['content-language']).toBe(edition.tag)
  expect(headers.subject).toBe(edition.subject)
  expect(text).toMatch(edition.text)
  expect(text).toContain('\n> The quote is not in the source.\n> See page 3.\n')
  expect(text).toContain(
    `\nhttps://register.example.org${edition.prefix}/desk/submissions/${submission.id}\n`,
  )
  expect(text).toContain(edition.site)
  // No message is missing, and no placeholder is left in one.
  expect(`${headers.subject}${text}`).not.toMatch(/words\.|undefined|\{|\}/)
})

test('reviewers are told of one submission by its name, of many by their number, of a new subject by its kind', async () => {
  const author = await makeOfficer(db(), { name: 'A. Chan' })
  const reviewer = await makeOfficer(db(), { role: 'reviewer' })
  const one = await makeSubmission(db(), author)
  const unborn = await makeSubmission(db(), author, { reference: null })
  const mails = await Promise.all(
    [
      { submission: one.id, count: 1 },
      { submission: one.id, count: 12 },
      { submission: unborn.id },
    ].map((detail) => makeMail(db(), reviewer, { kind: 'to_review', detail })),
  )
  await sendDue()
  const [single, many, novel] = mails.map(read)
  expect(single?.headers.subject).toMatch(/^To review: 6-4\.2 /)
  expect(single?.text).toMatch(/^A\. Chan \(Hong Kong\) has sent in a submission on “6-4\.2 /m)
  expect(single?.text).toContain(`/en/desk/submissions/${one.id}\n`)
  expect(many?.headers.subject).toMatch(/12 in all$/)
  expect(many?.text).toMatch(/\/en\/desk\n/)
  expect(novel?.headers.subject).toBe('To review: a new organisation')
})

test('a release that failed is told with its time in Hong Kong, what stood in the way, and its own quotation in inner marks', async () => {
  const officer = await makeOfficer(db(), { language: 'zh-Hant' })
  const mail = await tellOfFailedRelease(officer, '簽署儀式', '6-4.2')
  await sendDue()
  const { headers, text } = read(mail)
  expect(headers.subject).toBe('未能如期發布：簽署儀式')
  expect(text).toContain('2026年11月25日 09:30（香港時間）')
  expect(text).toContain('問題所在：6-4.2。核准之後，此條目已有新的發布。')
  const marked = { 'zh-Hant': '「『沿海』雙城」', 'zh-Hans': '“‘沿海’雙城”', en: '“‘沿海’雙城”' }
  for (const [as, words] of Object.entries(marked)) {
    const reader = await makeOfficer(db(), { language: as })
    const quoting = await tellOfFailedRelease(reader, '「沿海」雙城', null)
    await sendDue()
    expect(read(quoting).text).toContain(words)
  }
})

test('who is disabled, has switched a kind off, or need not be told any more gets nothing, and that is said', async () => {
  const author = await makeOfficer(db())
  const waiting = await makeSubmission(db(), author)
  const decided = await makeSubmission(db(), author, { state: 'withdrawn' })
  const deaf = await makeOfficer(db(), { mailReview: false })
  const gone = await makeOfficer(db())
  await db().officer.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
  const about = (submission: string) => ({ kind: 'to_review' as const, detail: { submission } })
  const mails = [
    await makeMail(db(), deaf, about(waiting.id)),
    await makeMail(db(), gone, about(waiting.id)),
    await makeMail(db(), author, about(decided.id)),
    await makeMail(db(), author, { kind: 'returned', detail: { submission: waiting.id } }),
  ]
  await sendDue()
  const rows = await Promise.all(mails.map(rowOf))
  expect(
    rows.map(({ state, lastError, route, sentAt }) => [state, lastError, route, sentAt]),
  ).toEqual(
    ['switched_off', 'officer_disabled', 'settled', 'settled'].map((why) => [
      'skipped',
      why,
      null,
      null,
    ]),
  )
  expect(mails.filter((mail) => existsSync(fileOf(mail)))).toEqual([])
})

test('what people typed makes no header and no second recipient', async () => {
  const officer = await makeOfficer(db(), {
    name: 'A. Chan\r\nBcc: thief@example.org\r\n\r\nfree text',
  })
  const mail = await tellOfFailedRelease(officer, 'Ceremony\r\nTo: thief@example.org', null)
  await sendDue()
  const { headers } = read(mail)
  expect(headers).not.toHaveProperty('bcc')
  expect(headers.to).toContain(`<${officer.email}>`)
  expect(headers.to).not.toContain('<thief@example.org>')
  expect(headers.subject).toContain('Ceremony To: thief@example.org')
})

test('a row that cannot be read fails by itself and holds up no other', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const officer = await makeOfficer(db())
  const bad = await makeMail(db(), officer, { kind: 'returned', detail: { nothing: true } })
  const lost = await makeMail(db(), officer, { kind: 'returned', detail: { submission: 'none' } })
  const good = await makeMail(db(), officer)
  await sendDue()
  expect(await rowOf(bad)).toMatchObject({ state: 'failed', lastError: 'unreadable' })
  expect(await rowOf(lost)).toMatchObject({ state: 'failed', lastError: 'unreadable' })
  expect(await rowOf(good)).toMatchObject({ state: 'sent' })
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
})

test('while the folder cannot be written, mails wait, twice as long each time, and then go out', async () => {
  const officer = await makeOfficer(db())
  const [first, second] = [await makeMail(db(), officer), await makeMail(db(), officer)]
  rmSync(outbox(), { recursive: true, force: true })
  writeFileSync(outbox(), 'in the way')
  await sendDue()
  expect(await rowOf(first)).toMatchObject({
    state: 'waiting',
    attempts: 1,
    lastError: 'not_written: EEXIST',
    nextAttemptAt: new Date(start.getTime() + 60_000),
  })
  // The other mails are not each tried in the same folder.
  expect(await rowOf(second)).toMatchObject({ attempts: 0 })
  await db().mail.delete({ where: { id: second.id } })
  await sendDue()
  expect(await rowOf(first)).toMatchObject({ attempts: 1 })
  later(1)
  await sendDue()
  expect(await rowOf(first)).toMatchObject({
    attempts: 2,
    nextAttemptAt: new Date(start.getTime() + 3 * 60_000),
  })
  rmSync(outbox())
  later(10)
  await sendDue()
  expect(await rowOf(first)).toMatchObject({ state: 'sent', attempts: 3, lastError: null })
})

test('two senders at once send each mail once', async () => {
  const officer = await makeOfficer(db())
  for (let mail = 0; mail < 30; mail += 1) await makeMail(db(), officer)
  await Promise.all([sendDue(), sendDue(), sendDue()])
  const rows = await db().mail.findMany()
  expect(rows.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(
    Array.from({ length: 30 }, () => 'sent 1'),
  )
})

test('a process told to stop takes up no other mail', async () => {
  const officer = await makeOfficer(db())
  const mail = await makeMail(db(), officer)
  await sendDue(AbortSignal.abort())
  expect(await rowOf(mail)).toMatchObject({ state: 'waiting', attempts: 0 })
})
