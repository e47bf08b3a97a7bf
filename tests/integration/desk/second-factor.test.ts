import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from '@/features/desk/officers/commands/authenticator'
import { removeSecondFactor } from '@/features/desk/officers/commands/remove-second-factor'
import { changeOwnPassword } from '@/features/desk/officers/commands/set-password'
import { signIn } from '@/features/desk/officers/commands/sign-in'
import { signInByCode } from '@/features/desk/officers/commands/sign-in-by-code'
import type { Officer } from '@/features/desk/officers/model'
import { readOwnAccount } from '@/features/desk/officers/queries'
import type { Browser } from '@/server/authentication/browser'
import {
  newBrowser,
  newOfficer,
  password,
  signedIn,
  withCookies,
} from '~/tests/support/desk/accounts'
import { oneTimeCode } from '~/tests/support/desk/one-time-code'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
beforeEach(() => {
  // In the middle of a code's thirty seconds, so that none runs out between its making and its use.
  const now = (Math.floor(Date.now() / 30_000) + 0.5) * 30_000
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const sessionsOf = ({ id }: Officer) => db().officerSession.findMany({ where: { userId: id } })
const auditOf = async (email: string, action: string) =>
  (await db().auditEntry.findMany({ where: { subjectReference: email, action } })).map(
    ({ outcome, detail }) => ({ outcome, detail }),
  )

/** Sets the authenticator app up; gives its secret, the recovery codes and the browser with its new session. */
async function setUp(officer: Officer, browser: Browser) {
  const begun = await beginAuthenticator(officer, { password }, browser)
  if (!begun.ok) throw new Error(begun.reason)
  const { secret } = begun.app
  const code = oneTimeCode(secret, -1)
  const confirmed = await confirmAuthenticator(officer, { code }, browser)
  if (!confirmed.ok) throw new Error(confirmed.reason)
  const { cookies, recoveryCodes } = confirmed
  return { secret, recoveryCodes, browser: withCookies(browser, cookies) }
}

test('an app is set up with the password and a code; then the password alone begins no session', async () => {
  const officer = await newOfficer('editor')
  const [here, elsewhere] = [await signedIn(officer), await signedIn(officer)]
  expect(elsewhere.cookie).toContain('session_token')
  expect(await beginAuthenticator(officer, { password: 'not the one' }, here)).toEqual({
    ok: false,
    reason: 'wrong_password',
  })
  const begun = await beginAuthenticator(officer, { password }, here)
  if (!begun.ok) throw new Error(begun.reason)
  expect(begun.app.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]+/)
  expect(begun.app.picture.path).toMatch(/^M0 0h7v1h-7z/)
  // Starting the set-up does not switch it on: whoever stops here is not locked out.
  expect((await signIn({ email: officer.email, password }, newBrowser())).ok).toBe(true)
  const wrong = oneTimeCode(begun.app.secret, 40)
  expect(await confirmAuthenticator(officer, { code: wrong }, here)).toEqual({
    ok: false,
    reason: 'wrong_code',
  })
  const code = oneTimeCode(begun.app.secret)
  const confirmed = await confirmAuthenticator(officer, { code }, here)
  expect(confirmed.ok && new Set(confirmed.recoveryCodes).size).toBe(10)
  // Every session from before has ended, and a new one is this browser's.
  expect(await sessionsOf(officer)).toHaveLength(1)
  expect(confirmed.ok && withCookies(here, confirmed.cookies).cookie).not.toBe(here.cookie)
  expect(await beginAuthenticator(officer, { password }, newBrowser())).toMatchObject({ ok: false })

  const second = await signIn({ email: officer.email, password }, newBrowser())
  expect(second).toMatchObject({ ok: true, asksForCode: true })
  expect(second.ok && second.cookies.join()).not.toMatch(/session_token=[^;]/)
  expect(await sessionsOf(officer)).toHaveLength(1)
})

test('a code signs in, once; so does each recovery code, typed as people type', async () => {
  const officer = await newOfficer('reviewer')
  const { secret, recoveryCodes } = await setUp(officer, await signedIn(officer))
  const code = oneTimeCode(secret)
  const step = await signedIn(officer)
  const wideCode = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const done = await signInByCode({ code: ` ${wideCode.slice(0, 3)} ${wideCode.slice(3)}` }, step)
  expect(done.ok && done.cookies.join()).toMatch(/session_token=[^;]+/)
  // Somebody who looked over the shoulder knows the password and this code, but each code works once.
  expect(await signInByCode({ code }, await signedIn(officer))).toEqual({
    ok: false,
    reason: 'wrong_code',
  })
  const [first = ''] = recoveryCodes
  const byCode = await signInByCode({ code: first.replace('-', '') }, await signedIn(officer))
  expect(byCode.ok).toBe(true)
  expect(await signInByCode({ code: first }, await signedIn(officer))).toMatchObject({
    reason: 'wrong_code',
  })
  expect((await readOwnAccount(officer.id)).recoveryCodes).toBe(9)
  expect(await auditOf(officer.email, 'officers.sign_in')).toEqual([
    { outcome: 'done', detail: { by: 'password' } },
    { outcome: 'done', detail: { by: 'authenticator' } },
    { outcome: 'refused', detail: { reason: 'wrong_code' } },
    { outcome: 'done', detail: { by: 'recovery_code' } },
    { outcome: 'refused', detail: { reason: 'wrong_code' } },
  ])
})

test('of two at once with one recovery code or one code, one gets in', async () => {
  const officer = await newOfficer('editor')
  const { secret, recoveryCodes } = await setUp(officer, await signedIn(officer))
  for (const code of [recoveryCodes[3] ?? '', oneTimeCode(secret)]) {
    const steps = [await signedIn(officer), await signedIn(officer)]
    const outcomes = await Promise.all(steps.map((step) => signInByCode({ code }, step)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('a code without the first step, or for another officer’s first step, gets nowhere', async () => {
  const [mine, theirs] = [await newOfficer('editor'), await newOfficer('editor')]
  const { secret } = await setUp(mine, await signedIn(mine))
  await setUp(theirs, await signedIn(theirs))
  expect(await signInByCode({ code: oneTimeCode(secret) }, newBrowser())).toEqual({
    ok: false,
    reason: 'challenge_expired',
  })
  expect(await signInByCode({ code: oneTimeCode(secret) }, await signedIn(theirs))).toMatchObject({
    reason: 'wrong_code',
  })
  const forged = await signedIn(mine)
  const cookie = forged.cookie.replace(/(two_factor=[^.]+)\..*$/, '$1.bm90IHNpZ25lZA%3D%3D')
  expect(await signInByCode({ code: oneTimeCode(secret) }, { ...forged, cookie })).toMatchObject({
    reason: 'challenge_expired',
  })
})

test('the session that a browser still holds does not spare it the count of wrong codes', async () => {
  const officer = await newOfficer('editor')
  const { browser } = await setUp(officer, await signedIn(officer))
  const step = await signIn({ email: officer.email, password }, browser)
  if (!step.ok) throw new Error(step.reason)
  const both = withCookies(browser, step.cookies)
  await signInByCode({ code: '000000' }, { ...both, cookie: `${browser.cookie}; ${both.cookie}` })
  const row = await db().officerTwoFactor.findFirstOrThrow({ where: { userId: officer.id } })
  expect(row.failedVerificationCount).toBe(1)
})

test('five wrong codes end a sign-in, ten in a row close this way in for a quarter of an hour', async () => {
  const officer = await newOfficer('editor')
  const { secret, recoveryCodes } = await setUp(officer, await signedIn(officer))
  for (let round = 0; round < 2; round++) {
    const step = await signedIn(officer)
    for (let attempt = 0; attempt < 5; attempt++) {
      const code = `wrong-${round}${attempt}`
      expect(await signInByCode({ code }, { ...step, address: newBrowser().address })).toEqual({
        ok: false,
        reason: 'wrong_code',
      })
    }
    const sixth = await signInByCode({ code: recoveryCodes[0] ?? '' }, step)
    expect(sixth).toMatchObject({ reason: round === 0 ? 'challenge_expired' : 'code_locked' })
  }
  const locked = { ok: false, reason: 'code_locked' }
  const [recoveryCode = ''] = recoveryCodes
  expect(await signInByCode({ code: recoveryCode }, await signedIn(officer))).toEqual(locked)
  expect(await signInByCode({ code: oneTimeCode(secret) }, await signedIn(officer))).toEqual(locked)
  await db().officerTwoFactor.updateMany({
    where: { userId: officer.id },
    data: { lockedUntil: new Date(Date.now() - 1000) },
  })
  expect((await signInByCode({ code: recoveryCode }, await signedIn(officer))).ok).toBe(true)
})

test('the first step holds for ten minutes', async () => {
  const officer = await newOfficer('editor')
  const { secret } = await setUp(officer, await signedIn(officer))
  const step = await signedIn(officer)
  vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] })
  expect(await signInByCode({ code: oneTimeCode(secret) }, step)).toMatchObject({
    reason: 'challenge_expired',
  })
})

test('new recovery codes void the old; off takes the password, and sign-in asks for no code again', async () => {
  const officer = await newOfficer('editor')
  const { recoveryCodes, browser } = await setUp(officer, await signedIn(officer))
  expect(await renewRecoveryCodes(officer, { password: 'no' }, browser)).toMatchObject({
    reason: 'wrong_password',
  })
  const renewed = await renewRecoveryCodes(officer, { password }, browser)
  expect(renewed.ok && renewed.recoveryCodes).toHaveLength(10)
  const old = { code: recoveryCodes[0] ?? '' }
  expect(await signInByCode(old, await signedIn(officer))).toMatchObject({ reason: 'wrong_code' })

  expect(await removeAuthenticator(officer, { password: 'no' }, browser)).toMatchObject({
    reason: 'wrong_password',
  })
  const off = await removeAuthenticator(officer, { password }, browser)
  expect(off.ok && off.cookies.join()).toMatch(/session_token=[^;]+/)
  expect(await sessionsOf(officer)).toHaveLength(1)
  expect(await db().officerTwoFactor.count({ where: { userId: officer.id } })).toBe(0)
  expect(await signIn({ email: officer.email, password }, newBrowser())).toMatchObject({
    ok: true,
    asksForCode: false,
  })
  expect(await removeAuthenticator(officer, { password }, browser)).toMatchObject({
    reason: 'authenticator_off',
  })
})

test('an administrator takes a lost second factor, of another officer alone, and sees no secret', async () => {
  const [officer, admin, editor] = [
    await newOfficer('reviewer'),
    await newOfficer('admin'),
    await newOfficer('editor'),
  ]
  expect(await removeSecondFactor(admin, { id: officer.id })).toMatchObject({
    reason: 'no_second_factor',
  })
  const { secret, recoveryCodes } = await setUp(officer, await signedIn(officer))
  expect(await removeSecondFactor(editor, { id: officer.id })).toMatchObject({
    reason: 'not_allowed',
  })
  expect(await removeSecondFactor(admin, { id: admin.id })).toMatchObject({
    reason: 'not_yourself',
  })
  expect((await removeSecondFactor(admin, { id: officer.id })).ok).toBe(true)
  expect(await sessionsOf(officer)).toHaveLength(0)
  expect(await signIn({ email: officer.email, password }, newBrowser())).toMatchObject({
    asksForCode: false,
  })
  const trail = JSON.stringify(await db().auditEntry.findMany())
  for (const kept of [secret.replaceAll(' ', ''), ...recoveryCodes, password]) {
    expect(trail).not.toContain(kept)
  }
})

test('the rows hold neither the secret nor a recovery code', async () => {
  const officer = await newOfficer('editor')
  const { secret, recoveryCodes } = await setUp(officer, await signedIn(officer))
  const rows = JSON.stringify([
    await db().officerTwoFactor.findMany({ where: { userId: officer.id } }),
    await db().officerVerification.findMany(),
  ])
  for (const kept of [secret.replaceAll(' ', ''), ...recoveryCodes, oneTimeCode(secret)]) {
    expect(rows).not.toContain(kept)
  }
})

test('another password asks for the present one, and ends every other session and open link', async () => {
  const officer = await newOfficer('editor')
  const [here] = [await signedIn(officer), await signedIn(officer)]
  const fresh = 'lantern tunnel harbour'
  const wrong = await changeOwnPassword(officer, { current: 'not it', password: fresh }, here)
  expect(wrong).toEqual({ ok: false, reason: 'wrong_password' })
  const short = await changeOwnPassword(officer, { current: password, password: 'short' }, here)
  expect(short).toEqual({ ok: false, reason: 'password_too_short' })
  const changed = await changeOwnPassword(officer, { current: password, password: fresh }, here)
  expect(changed.ok && changed.cookies.join()).toMatch(/session_token=[^;]+/)
  expect(await sessionsOf(officer)).toHaveLength(1)
  expect((await signIn({ email: officer.email, password }, newBrowser())).ok).toBe(false)
  expect((await signIn({ email: officer.email, password: fresh }, newBrowser())).ok).toBe(true)
  // Nobody is signed in with the cookie from before.
  expect(
    await changeOwnPassword(officer, { current: fresh, password }, { ...here, address: null }),
  ).toEqual({ ok: false, reason: 'signed_out' })
})
