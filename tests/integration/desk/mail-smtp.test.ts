import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  beginToLeave,
  claimDue,
  concludeInterrupted,
  settle,
} from '@/features/desk/mail/commands/claim'
import { sendDue } from '@/features/desk/mail/commands/send-due'
import { mostAttempts } from '@/features/desk/mail/model'
import { type MailServer, reset, startMailServer } from '~/tests/support/desk/mail-server'
import { makeMail, makeOfficer } from '~/tests/support/desk/mails'
import { readMessage } from '~/tests/support/desk/read-message'
import { freshDatabase } from '~/tests/support/server/database'

// What a mail server may answer, and what becomes of the mail.

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'desk@register.example.org'
})
const db = freshDatabase()
afterAll(() => server.stop())

const start = new Date('2026-11-25T02:00:00Z')
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  reset(server)
  await db().mail.deleteMany()
})
afterEach(() => vi.useRealTimers())

const minute = 60_000
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * minute)
const rowOf = ({ id }: { id: string }) => db().mail.findUniqueOrThrow({ where: { id } })
/** Lets two days pass, so that whatever is sent again by itself has been sent. */
async function forTwoDays(): Promise<void> {
  for (let hour = 0; hour < 48; hour += 1) {
    later(60)
    await sendDue()
  }
}

test('a mail is handed over once, to its officer alone, under a name that stays its own', async () => {
  const officer = await makeOfficer(db(), { language: 'zh-Hant' })
  const mail = await makeMail(db(), officer)
  await sendDue()
  await forTwoDays()
  expect(server.received).toHaveLength(1)
  const [{ from, to, message } = { from: '', to: [], message: '' }] = server.received
  expect([from, to]).toEqual(['desk@register.example.org', [officer.email]])
  const { headers, text } = readMessage(message)
  expect(headers['message-id']).toBe(`<${mail.id}@register.example.org>`)
  expect(headers.subject).toBe('測試電郵')
  expect(text).toContain('收到它，即電郵可以送達')
  expect(await rowOf(mail)).toMatchObject({
    state: 'sent',
    route: 'smtp',
    attempts: 1,
    sentAt: start,
  })
})

test.each([
  [
    'an unknown recipient',
    () => Object.assign(server.manners, { refuse: () => ({ code: 550, text: 'no such user' }) }),
  ],
  [
    'the message itself',
    () =>
      Object.assign(server.manners, {
        acknowledge: async () => {
          throw Object.assign(new Error('no such user'), { responseCode: 550 })
        },
      }),
  ],
])('a definite refusal, of %s, is the end of a mail after one attempt', async (_, behave) => {
  behave()
  const mail = await makeMail(db(), await makeOfficer(db()))
  await sendDue()
  expect(await rowOf(mail)).toMatchObject({
    state: 'failed',
    attempts: 1,
    lastError: 'refused: 550 no such user',
  })
  reset(server)
  await forTwoDays()
  expect(server.received).toEqual([])
})

test('one that the server does not take for now is tried again, and holds up no other', async () => {
  const [busy, other] = [await makeOfficer(db()), await makeOfficer(db())]
  Object.assign(server.manners, {
    refuse: (address: string) =>
      address === busy.email ? { code: 450, text: 'come back later' } : null,
  })
  const [first, second] = [await makeMail(db(), busy), await makeMail(db(), other)]
  await sendDue()
  expect(await rowOf(second)).toMatchObject({ state: 'sent' })
  expect(await rowOf(first)).toMatchObject({
    state: 'waiting',
    attempts: 1,
    lastError: 'not_now: 450 come back later',
    nextAttemptAt: new Date(start.getTime() + minute),
  })
  await sendDue()
  expect(await rowOf(first)).toMatchObject({ attempts: 1 })
  later(1)
  await sendDue()
  expect(await rowOf(first)).toMatchObject({
    attempts: 2,
    nextAttemptAt: new Date(start.getTime() + 3 * minute),
  })
  reset(server)
  later(2)
  await sendDue()
  expect(await rowOf(first)).toMatchObject({ state: 'sent', attempts: 3, lastError: null })
  expect(server.received).toHaveLength(1)
})

test('after a day of attempts a mail has failed', async () => {
  Object.assign(server.manners, { refuse: () => ({ code: 450, text: 'come back later' }) })
  const mail = await makeMail(db(), await makeOfficer(db()))
  for (;;) {
    await sendDue()
    const { state, nextAttemptAt } = await rowOf(mail)
    if (state !== 'waiting') break
    vi.setSystemTime(nextAttemptAt)
  }
  const { state, attempts } = await rowOf(mail)
  expect([state, attempts]).toEqual(['failed', mostAttempts])
  const hours = (Date.now() - start.getTime()) / 3_600_000
  expect(hours).toBeGreaterThan(18)
  expect(hours).toBeLessThanOrEqual(24)
})

test('a server out of reach is asked for the first mail only, and again in its time', async () => {
  const officer = await makeOfficer(db())
  const [first, second] = [await makeMail(db(), officer), await makeMail(db(), officer)]
  await server.stop()
  await sendDue()
  expect(await rowOf(first)).toMatchObject({
    state: 'waiting',
    lastError: 'no_answer: ECONNREFUSED',
  })
  expect(await rowOf(second)).toMatchObject({ state: 'waiting', attempts: 0 })
  await server.start()
  later(1)
  await sendDue()
  expect(server.received).toHaveLength(2)
})

test('a sign-in refused is a matter of the settings: mails wait for them to be put right', async () => {
  const mail = await makeMail(db(), await makeOfficer(db()))
  Object.assign(server.manners, { password: 'changed' })
  await sendDue()
  const { state, lastError } = await rowOf(mail)
  expect(state).toBe('waiting')
  expect(lastError).toMatch(/^sign_in: 535 /)
  reset(server)
  later(1)
  await sendDue()
  expect(await rowOf(mail)).toMatchObject({ state: 'sent' })
})

test('one whose connection broke before the message left is tried again', async () => {
  Object.assign(server.manners, {
    greet: async () => {
      throw new Error('the server is restarting')
    },
  })
  const mail = await makeMail(db(), await makeOfficer(db()))
  await sendDue()
  expect(await rowOf(mail)).toMatchObject({ state: 'waiting', attempts: 1 })
  reset(server)
  later(1)
  await sendDue()
  expect(server.received).toHaveLength(1)
})

test('one whose connection broke after the message left is uncertain, and not sent again', async () => {
  Object.assign(server.manners, {
    acknowledge: async (_: number, socket: { destroy(): void }) => socket.destroy(),
  })
  const mail = await makeMail(db(), await makeOfficer(db()))
  await sendDue()
  const { state, lastError } = await rowOf(mail)
  expect([state, lastError]).toEqual(['uncertain', 'broke_off: ECONNECTION'])
  reset(server)
  await forTwoDays()
  expect(server.received).toEqual([])
  expect(await rowOf(mail)).toMatchObject({ state: 'uncertain', attempts: 1 })
})

test('a server that stops gives up an attempt that has not begun, without calling it uncertain', async () => {
  const stop = new AbortController()
  let begun = () => {}
  const held = new Promise<void>((resolve) => {
    begun = resolve
  })
  Object.assign(server.manners, {
    greet: () => {
      begun()
      return new Promise<void>(() => {})
    },
  })
  const [first, second] = [
    await makeMail(db(), await makeOfficer(db())),
    await makeMail(db(), await makeOfficer(db())),
  ]
  const run = sendDue(stop.signal)
  await held
  stop.abort()
  await run
  expect(await rowOf(first)).toMatchObject({ state: 'waiting', lastError: 'interrupted' })
  expect(await rowOf(second)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('a process that slept so long that it was taken for dead neither sends nor decides', async () => {
  const mail = await makeMail(db(), await makeOfficer(db()))
  const asleep = await claimDue(db())
  later(11)
  await concludeInterrupted(db())
  const awake = await claimDue(db())
  if (!asleep || !awake) throw new Error('The mail was not taken up.')
  expect([asleep.id, awake.id]).toEqual([mail.id, mail.id])
  expect(await beginToLeave(db(), asleep, 'smtp')).toBe(false)
  await settle(db(), asleep, { state: 'sent' })
  expect(await rowOf(mail)).toMatchObject({ state: 'sending', attempts: 2, sentAt: null })
  expect(await beginToLeave(db(), awake, 'smtp')).toBe(true)
  await settle(db(), awake, { state: 'sent' })
  expect(await rowOf(mail)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('one that was handed over after all, though taken for lost, counts as sent', async () => {
  const mail = await makeMail(db(), await makeOfficer(db()))
  const slow = await claimDue(db())
  if (!slow) throw new Error('The mail was not taken up.')
  await beginToLeave(db(), slow, 'smtp')
  later(11)
  await concludeInterrupted(db())
  expect(await rowOf(mail)).toMatchObject({ state: 'uncertain', lastError: 'interrupted' })
  await settle(db(), slow, { state: 'sent' })
  expect(await rowOf(mail)).toMatchObject({ state: 'sent', lastError: null })
})

test('several senders at once hand each mail over once', async () => {
  const officer = await makeOfficer(db())
  const mails = []
  for (let made = 0; made < 24; made += 1) mails.push(await makeMail(db(), officer))
  await Promise.all([sendDue(), sendDue(), sendDue()])
  const names = server.received.map(({ message }) => readMessage(message).headers['message-id'])
  expect(names.sort()).toEqual(mails.map(({ id }) => `<${id}@register.example.org>`).sort())
})
