import { expect, test } from 'vitest'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { disableOfficer } from '@/features/desk/officers/commands/disable-officer'
import { issuePasswordLink } from '@/features/desk/officers/commands/issue-password-link'
import { setPassword } from '@/features/desk/officers/commands/set-password'
import { signIn } from '@/features/desk/officers/commands/sign-in'
import { type OfficerRole, systemActor } from '@/features/desk/officers/model'
import { listOfficers } from '@/features/desk/officers/queries'
import { officerById } from '@/features/desk/officers/session'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const password = 'harbour tunnel lantern'
let made = 0

async function add(role: OfficerRole = 'editor', side: 'HK' | 'SH' = 'HK') {
  made += 1
  const email = `officer-${made}@example.org`
  const added = await addOfficer(systemActor, { email, name: `Officer ${made}`, role, side })
  if (!added.ok) throw new Error(added.reason)
  return {
    email,
    id: added.officer.id,
    link: added.link,
    token: added.link.split('/').at(-1) ?? '',
  }
}

/** Each from an address of its own, so that only the test of the limit meets the limit. */
const browser = (address?: string) => {
  made += 1
  return { address: address ?? `203.0.113.${made}`, userAgent: null, cookie: '' }
}

test('an officer added chooses a password by the link, in the language of their side, and signs in', async () => {
  const [hongKong, shanghai] = [await add('editor', 'HK'), await add('editor', 'SH')]
  expect(hongKong.link).toMatch(/^http.*\/tc\/desk\/password\/[A-Za-z0-9]+$/)
  expect(shanghai.link).toMatch(/\/sc\/desk\/password\//)
  expect(await setPassword({ token: hongKong.token, password }, browser())).toEqual({ ok: true })
  const session = await signIn({ email: hongKong.email, password }, browser())
  expect(session.ok && session.cookies.join()).toMatch(/httponly/i)
  expect(session.ok && session.cookies.join()).toMatch(/samesite=lax/i)
  const rows = await db().officerSession.findMany({ where: { userId: hongKong.id } })
  expect(rows).toHaveLength(1)
  const hours = ((rows[0]?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(11.9)
  expect(hours).toBeLessThanOrEqual(12)
  expect((await listOfficers()).find(({ id }) => id === hongKong.id)?.hasPassword).toBe(true)
})

test('a link is good once, and not after a day; a new one puts an end to the old', async () => {
  const { email, id, token } = await add()
  expect((await setPassword({ token, password }, browser())).ok).toBe(true)
  expect(await setPassword({ token, password }, browser())).toEqual({
    ok: false,
    reason: 'link_not_valid',
  })
  const first = await issuePasswordLink(systemActor, { email })
  const second = await issuePasswordLink(systemActor, { email })
  const tokenOf = (made: typeof first) => (made.ok ? (made.link.split('/').at(-1) ?? '') : '')
  expect((await setPassword({ token: tokenOf(first), password }, browser())).ok).toBe(false)
  await db().officerVerification.updateMany({
    where: { value: id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect((await setPassword({ token: tokenOf(second), password }, browser())).ok).toBe(false)
})

test('the database does not hold a link from which one could set a password', async () => {
  const { id, token } = await add()
  const rows = await db().officerVerification.findMany({ where: { value: id } })
  expect(rows).toHaveLength(1)
  expect(rows[0]?.identifier).not.toContain(token)
})

test('a short password is refused', async () => {
  const { token } = await add()
  const refused = await setPassword({ token, password: 'too short' }, browser())
  expect(refused).toEqual({ ok: false, reason: 'password_too_short' })
})

test('an unknown address, a wrong password and a disabled officer get the same answer', async () => {
  const { email, id, token } = await add()
  await setPassword({ token, password }, browser())
  await signIn({ email, password }, browser())
  const wrong = { ok: false, reason: 'wrong_credentials' }
  const unknown = { email: 'nobody@example.org', password }
  expect(await signIn(unknown, browser())).toEqual(wrong)
  expect(await signIn({ email, password: `${password}s` }, browser())).toEqual(wrong)
  expect((await disableOfficer(systemActor, { email })).ok).toBe(true)
  expect(await db().officerSession.count({ where: { userId: id } })).toBe(0)
  expect(await officerById(id)).toBeNull()
  expect(await signIn({ email, password }, browser())).toEqual(wrong)
  expect(await db().officerSession.count({ where: { userId: id } })).toBe(0)
  expect(await issuePasswordLink(systemActor, { email })).toEqual({
    ok: false,
    reason: 'officer_disabled',
  })
})

test('a password typed into the wrong field does not get into the trail', async () => {
  await signIn({ email: password, password }, browser())
  const trail = await db().auditEntry.findMany({ where: { action: 'officers.sign_in' } })
  expect(JSON.stringify(trail)).not.toContain(password)
  expect(trail.some(({ subjectReference }) => subjectReference === null)).toBe(true)
})

test('the sixth attempt in a minute from one address is turned away', async () => {
  const { email } = await add()
  const from = '198.51.100.7'
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const refused = await signIn({ email, password: 'not the password' }, browser(from))
    expect(refused).toEqual({ ok: false, reason: 'wrong_credentials' })
  }
  const sixth = await signIn({ email, password: 'not the password' }, browser(from))
  expect(sixth).toEqual({ ok: false, reason: 'too_many_attempts' })
})

test('only an admin and the command line manage officers; refusals are audited', async () => {
  const editor = await officerById((await add('editor')).id)
  const admin = await officerById((await add('admin')).id)
  if (!editor || !admin) throw new Error('The officers were not added.')
  const input = { email: 'new@example.org', name: 'New', role: 'editor', side: 'SH' } as const
  expect(await addOfficer(editor, input)).toEqual({ ok: false, reason: 'not_allowed' })
  expect((await addOfficer(admin, input)).ok).toBe(true)
  expect(await addOfficer(admin, input)).toEqual({ ok: false, reason: 'officer_exists' })
  expect(await disableOfficer(admin, { email: admin.email })).toEqual({
    ok: false,
    reason: 'not_yourself',
  })
  const refusals = await db().auditEntry.findMany({
    where: { officerId: { in: [editor.id, admin.id] }, outcome: 'refused' },
    orderBy: { at: 'asc' },
  })
  expect(refusals.map(({ detail }) => detail)).toEqual([
    { reason: 'not_allowed' },
    { reason: 'officer_exists' },
    { reason: 'not_yourself' },
  ])
})
