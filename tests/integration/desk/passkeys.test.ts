import { afterEach, expect, test, vi } from 'vitest'
import { disableOfficer } from '@/features/desk/officers/commands/disable-officer'
import { addPasskey, beginPasskey, removePasskey } from '@/features/desk/officers/commands/passkeys'
import { signIn } from '@/features/desk/officers/commands/sign-in'
import {
  beginPasskeySignIn,
  signInByPasskey,
} from '@/features/desk/officers/commands/sign-in-by-passkey'
import { type Officer, systemActor } from '@/features/desk/officers/model'
import { findOfficer, readOwnAccount } from '@/features/desk/officers/queries'
import {
  newBrowser,
  newOfficer,
  password,
  signedIn,
  withCookies,
} from '~/tests/support/desk/accounts'
import { softAuthenticator } from '~/tests/support/desk/soft-authenticator'
import { freshDatabase } from '~/tests/support/server/database'

// Served at 127.0.0.1, for which browsers make no passkey: the register goes by localhost then.
const origin = 'http://localhost:3000'
const db = freshDatabase()
afterEach(() => {
  vi.useRealTimers()
})

async function challenge(): Promise<{ challenge: string }> {
  const begun = await beginPasskeySignIn(newBrowser())
  if (!begun.ok) throw new Error(begun.reason)
  return begun.options
}

async function enrol(officer: Officer) {
  const browser = await signedIn(officer)
  const begun = await beginPasskey(officer, { password }, browser)
  if (!begun.ok) throw new Error(begun.reason)
  const key = softAuthenticator('localhost', origin)
  const response = key.register(begun.options)
  const [session] = await db().officerSession.findMany({
    where: { userId: officer.id },
    orderBy: { createdAt: 'desc' },
  })
  const input = { name: ' Office key ', response, keep: session?.id ?? '' }
  return { key, browser, input, begun }
}

async function withPasskey(officer: Officer) {
  const enrolled = await enrol(officer)
  const added = await addPasskey(officer, enrolled.input)
  if (!added.ok) throw new Error(added.reason)
  return enrolled
}

test('a passkey is made with the password, and signs in with no address typed', async () => {
  const officer = await newOfficer('reviewer')
  const elsewhere = await signedIn(officer)
  expect(await beginPasskey(officer, { password: 'not it' }, elsewhere)).toEqual({
    ok: false,
    reason: 'wrong_password',
  })
  const { key, begun } = await withPasskey(officer)
  expect(begun.options).toMatchObject({
    rp: { id: 'localhost' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  // The session elsewhere has ended, the one that added it goes on.
  expect(await db().officerSession.count({ where: { userId: officer.id } })).toBe(1)
  const asked = await challenge()
  expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect(asked).not.toHaveProperty('allowCredentials')
  const done = await signInByPasskey({ response: key.answer(asked) }, newBrowser())
  expect(done.ok && done.cookies.join()).toMatch(/session_token=[^;]+.*HttpOnly/i)
  const [session] = await db().officerSession.findMany({
    where: { userId: officer.id },
    orderBy: { createdAt: 'desc' },
  })
  expect(session?.userAgent).toBe('Test/1.0')
  const [passkey] = (await readOwnAccount(officer.id)).passkeys
  expect(passkey).toMatchObject({ name: 'Office key', lastUsedAt: expect.any(String) })
  expect((await findOfficer(officer.id))?.secondFactor).toEqual({
    authenticator: false,
    passkeys: 1,
  })
})

test('who has set up a passkey gets in by no password alone', async () => {
  const officer = await newOfficer('editor')
  await withPasskey(officer)
  const before = await db().officerSession.count({ where: { userId: officer.id } })
  const refused = { ok: false, reason: 'passkey_required' }
  expect(await signIn({ email: officer.email, password }, newBrowser())).toEqual(refused)
  expect(await db().officerSession.count({ where: { userId: officer.id } })).toBe(before)
  expect(await signIn({ email: officer.email, password: 'not it' }, newBrowser())).toEqual({
    ok: false,
    reason: 'wrong_credentials',
  })
})

test('an answer is good once, for five minutes, from this site, with the person asked for', async () => {
  const officer = await newOfficer('editor')
  const { key } = await withPasskey(officer)
  const refused = { ok: false, reason: 'passkey_not_accepted' }
  const answer = key.answer(await challenge())
  expect((await signInByPasskey({ response: answer }, newBrowser())).ok).toBe(true)
  expect(await signInByPasskey({ response: answer }, newBrowser())).toEqual(refused)
  for (const changes of [
    { origin: 'https://localhost.example' },
    { userVerified: false },
    { counter: 1 },
  ]) {
    const response = key.answer(await challenge(), changes)
    expect(await signInByPasskey({ response }, newBrowser()), JSON.stringify(changes)).toEqual(
      refused,
    )
  }
  const own = key.answer({ challenge: Buffer.from('of my own choice').toString('base64url') })
  expect(await signInByPasskey({ response: own }, newBrowser())).toEqual(refused)
  for (const response of [null, 'x', {}, { ...answer, id: 'unknown', rawId: 'unknown' }]) {
    expect(await signInByPasskey({ response }, newBrowser())).toEqual(refused)
  }
  const late = key.answer(await challenge(), { counter: 50 })
  vi.useFakeTimers({ now: Date.now() + 5 * 60_000 + 1000, toFake: ['Date'] })
  expect(await signInByPasskey({ response: late }, newBrowser())).toEqual(refused)
})

test('of one answer sent twice at once, one gets in', async () => {
  const officer = await newOfficer('editor')
  const { key } = await withPasskey(officer)
  const response = key.answer(await challenge())
  const outcomes = await Promise.all(
    [newBrowser(), newBrowser(), newBrowser()].map((one) => signInByPasskey({ response }, one)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a passkey is added by the officer who asked, once, and by no challenge of a sign-in', async () => {
  const [officer, other] = [await newOfficer('editor'), await newOfficer('editor')]
  const { key, input } = await enrol(officer)
  const refused = { ok: false, reason: 'passkey_not_accepted' }
  expect(await addPasskey(other, input)).toEqual(refused)
  const again = await enrol(officer)
  expect(await addPasskey(officer, { ...again.input, name: ' ' })).toEqual({
    ok: false,
    reason: 'passkey_name',
  })
  expect((await addPasskey(officer, again.input)).ok).toBe(true)
  expect(await addPasskey(officer, again.input)).toEqual(refused)
  const wrongChallenge = key.register(await challenge())
  expect(await addPasskey(officer, { ...again.input, response: wrongChallenge })).toEqual(refused)
  const unverified = (await enrol(other)).begun.options
  const response = key.register(unverified, { userVerified: false })
  expect(await addPasskey(other, { ...input, response })).toEqual(refused)
  expect((await readOwnAccount(other.id)).passkeys).toEqual([])
})

test('a passkey of a disabled officer is refused like an unknown one', async () => {
  const officer = await newOfficer('editor')
  const { key } = await withPasskey(officer)
  const response = key.answer(await challenge())
  await disableOfficer(systemActor, { id: officer.id })
  expect(await signInByPasskey({ response }, newBrowser())).toEqual({
    ok: false,
    reason: 'passkey_not_accepted',
  })
})

test('a passkey is removed with the password, by its own officer; the password then does', async () => {
  const [officer, other] = [await newOfficer('editor'), await newOfficer('editor')]
  const { key } = await withPasskey(officer)
  const signed = await signInByPasskey({ response: key.answer(await challenge()) }, newBrowser())
  if (!signed.ok) throw new Error(signed.reason)
  const browser = withCookies(newBrowser(), signed.cookies)
  const id = (await readOwnAccount(officer.id)).passkeys[0]?.id ?? ''
  const input = { id, password, keep: '' }
  expect(await removePasskey(other, input, await signedIn(other))).toMatchObject({
    reason: 'no_such_passkey',
  })
  expect(await removePasskey(officer, { ...input, password: 'no' }, browser)).toMatchObject({
    reason: 'wrong_password',
  })
  expect((await removePasskey(officer, input, browser)).ok).toBe(true)
  expect((await signIn({ email: officer.email, password }, newBrowser())).ok).toBe(true)
  const trail = await db().auditEntry.findMany({
    where: { officerId: officer.id, action: { startsWith: 'account.' } },
    orderBy: { at: 'asc' },
  })
  expect(trail.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'account.add_passkey done',
    'account.remove_passkey refused',
    'account.remove_passkey done',
  ])
})
