import { afterEach, describe, expect, test } from 'vitest'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { changeOfficer } from '@/features/desk/officers/commands/change-officer'
import { changePreferences } from '@/features/desk/officers/commands/change-preferences'
import { disableOfficer, enableOfficer } from '@/features/desk/officers/commands/disable-officer'
import { endOfficerSessions } from '@/features/desk/officers/commands/end-officer-sessions'
import { endOtherSessions, endOwnSession } from '@/features/desk/officers/commands/end-own-sessions'
import { issuePasswordLink } from '@/features/desk/officers/commands/issue-password-link'
import { removeSecondFactor } from '@/features/desk/officers/commands/remove-second-factor'
import { setPassword } from '@/features/desk/officers/commands/set-password'
import { signIn } from '@/features/desk/officers/commands/sign-in'
import {
  type Officer,
  type OfficerRole,
  officerRoles,
  systemActor,
} from '@/features/desk/officers/model'
import { findOfficer, listOfficers, readOwnAccount } from '@/features/desk/officers/queries'
import { settlePort } from '@/server/environment'
import { again, newBrowser, newOfficer, password, signedIn } from '~/tests/support/desk/accounts'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** Every act of an administrator on an officer. */
const acts: Record<string, (actor: Officer, on: Officer) => Promise<{ ok: boolean }>> = {
  'officers.link': (actor, { email }) => issuePasswordLink(actor, { email }),
  'officers.change': (actor, { id }) => changeOfficer(actor, { id }, { name: 'Another name' }),
  'officers.end_sessions': (actor, { id }) => endOfficerSessions(actor, { id }),
  'officers.remove_second_factor': (actor, { id }) => removeSecondFactor(actor, { id }),
  'officers.disable': (actor, { id }) => disableOfficer(actor, { id }),
  'officers.enable': (actor, { id }) => enableOfficer(actor, { id }),
  'officers.add': (actor, { id }) =>
    addOfficer(actor, { email: `${id}@example.org`, name: 'New', role: 'viewer', side: 'HK' }),
}

describe.each(officerRoles)('an officer with the role %s', (role) => {
  test(`${role === 'admin' ? 'manages' : 'may not manage'} others, and each attempt is audited`, async () => {
    const [actor, on] = [await newOfficer(role), await newOfficer('editor')]
    await db().officer.update({ where: { id: on.id }, data: { twoFactorEnabled: true } })
    for (const [action, act] of Object.entries(acts)) {
      const outcome = await act(actor, on)
      const allowed = role === 'admin'
      expect(outcome, action).toMatchObject(allowed ? { ok: true } : { reason: 'not_allowed' })
      const [entry] = await db().auditEntry.findMany({ where: { officerId: actor.id, action } })
      expect(entry?.outcome, action).toBe(allowed ? 'done' : 'refused')
    }
  })
})

test('an administrator whose second factor is still to be set up manages nobody', async () => {
  const admin = { ...(await newOfficer('admin')), needsSecondFactor: true } as Officer
  const on = await newOfficer('editor')
  for (const act of Object.values(acts)) {
    expect(await act(admin, on)).toMatchObject({ reason: 'not_allowed' })
  }
})

test('a change holds at once and is kept, before and after; what stays the same is no change', async () => {
  const [admin, officer] = [await newOfficer('admin'), await newOfficer('editor')]
  const key = { id: officer.id }
  const fields = ['6-5', '6-4', '6-4']
  const change = { role: 'reviewer', side: 'SH', language: 'en', name: '李四', fields } as const
  expect((await changeOfficer(admin, key, { ...change, fields })).ok).toBe(true)
  expect(await again(officer)).toMatchObject({
    role: 'reviewer',
    side: 'SH',
    name: '李四',
    fields: ['6-4', '6-5'],
  })
  expect((await changeOfficer(admin, key, { ...change, fields: ['6-5', '6-4'] })).ok).toBe(true)
  const trail = await db().auditEntry.findMany({
    where: { subjectReference: officer.email, action: 'officers.change' },
  })
  expect(trail.map(({ detail }) => detail)).toEqual([
    {
      before: {
        name: officer.name,
        role: 'editor',
        side: 'HK',
        language: 'zh-Hant',
        fields: [],
      },
      after: { name: '李四', role: 'reviewer', side: 'SH', language: 'en', fields: ['6-4', '6-5'] },
    },
  ])
  expect(await changeOfficer(admin, key, { fields: ['6-99'] })).toMatchObject({
    reason: 'no_such_field',
  })
  expect(await changeOfficer(admin, key, { name: ' ' })).toMatchObject({
    reason: 'invalid_officer',
  })
  expect((await findOfficer(officer.id))?.fields).toEqual(['6-4', '6-5'])
  expect((await changeOfficer(admin, key, { fields: [] })).ok).toBe(true)
  expect((await findOfficer(officer.id))?.fields).toEqual([])
})

test('a link is in the officer’s own language', async () => {
  const [admin, officer] = [await newOfficer('admin'), await newOfficer('editor', 'SH')]
  await changeOfficer(admin, { id: officer.id }, { language: 'en' })
  const issued = await issuePasswordLink(admin, { id: officer.id })
  expect(issued.ok && issued.link).toMatch(/\/en\/desk\/password\//)
})

test('an administrator changes their own name, not their own role, and shuts not themselves out', async () => {
  const admin = await newOfficer('admin')
  expect((await changeOfficer(admin, admin, { name: 'Myself', role: 'admin' })).ok).toBe(true)
  const refused = { ok: false, reason: 'not_yourself' }
  expect(await changeOfficer(admin, admin, { role: 'editor' })).toEqual(refused)
  expect(await disableOfficer(admin, admin)).toEqual(refused)
})

test('who is let in again keeps the password', async () => {
  const [admin, officer] = [await newOfficer('admin'), await newOfficer('editor')]
  await disableOfficer(admin, officer)
  expect((await signIn({ email: officer.email, password }, newBrowser())).ok).toBe(false)
  await enableOfficer(admin, officer)
  expect((await signIn({ email: officer.email, password }, newBrowser())).ok).toBe(true)
})

describe('the last administrator', () => {
  async function onlyAdmins(count: number): Promise<Officer[]> {
    await db().officer.updateMany({ where: { role: 'admin' }, data: { disabledAt: new Date() } })
    const admins: Officer[] = []
    while (admins.length < count) admins.push(await newOfficer('admin'))
    return admins
  }

  test('stays one, whoever asks', async () => {
    const [admin] = await onlyAdmins(1)
    if (!admin) throw new Error('There is none.')
    const refused = { ok: false, reason: 'last_admin' }
    expect(await disableOfficer(systemActor, admin)).toEqual(refused)
    expect(await changeOfficer(systemActor, admin, { role: 'viewer' })).toEqual(refused)
    expect(await again(admin)).toMatchObject({ role: 'admin' })
  })

  test.each(['disable', 'demote', 'either'] as const)(
    'is left when administrators take the role from each other at once: %s',
    async (how) => {
      for (let round = 0; round < 5; round++) {
        const admins = await onlyAdmins(3)
        const outcomes = await Promise.all(
          admins.flatMap((actor) =>
            admins
              .filter(({ id }) => id !== actor.id)
              .map((on, index) =>
                how === 'disable' || (how === 'either' && index === 0)
                  ? disableOfficer(actor, on)
                  : changeOfficer(actor, on, { role: 'editor' }),
              ),
          ),
        )
        const left = await db().officer.count({ where: { role: 'admin', disabledAt: null } })
        expect(left).toBeGreaterThanOrEqual(1)
        // Nobody acted who had lost the role by then.
        expect(outcomes.some((outcome) => !outcome.ok && outcome.reason === 'not_allowed')).toBe(
          true,
        )
      }
    },
  )
})

test('of two who add one address at once, one finds it taken', async () => {
  const admin = await newOfficer('admin')
  const input = { email: 'Twice@example.org', name: 'Twice', role: 'editor', side: 'HK' } as const
  const outcomes = await Promise.all([addOfficer(admin, input), addOfficer(admin, input)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'officer_exists' })
})

test('one ends one’s own sessions, one or all others, and nobody else’s', async () => {
  const [officer, other] = [await newOfficer('viewer'), await newOfficer('viewer')]
  for (let count = 0; count < 3; count++) await signedIn(officer)
  await signedIn(other)
  const [first, second] = (await readOwnAccount(officer.id)).sessions
  const [theirs] = (await readOwnAccount(other.id)).sessions
  if (!first || !second || !theirs) throw new Error('Nobody is signed in.')
  expect(await endOwnSession(officer, theirs)).toMatchObject({ reason: 'no_such_session' })
  expect((await endOwnSession(officer, second)).ok).toBe(true)
  expect(await endOtherSessions(officer, { keep: first.id })).toEqual({ ok: true, ended: 1 })
  expect((await readOwnAccount(officer.id)).sessions.map(({ id }) => id)).toEqual([first.id])
  expect((await readOwnAccount(other.id)).sessions).toHaveLength(1)
})

test('sessions are shown by what the browser said, and the token never', async () => {
  const officer = await newOfficer('viewer')
  await signIn(
    { email: officer.email, password },
    {
      ...newBrowser(),
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    },
  )
  const { sessions } = await readOwnAccount(officer.id)
  expect(sessions[0]).toMatchObject({ device: { browser: 'edge', system: 'windows' } })
  const [row] = await db().officerSession.findMany({ where: { userId: officer.id } })
  expect(JSON.stringify(sessions)).not.toContain(row?.token)
})

test('sessions that have run out are not shown, and are cleared away at a sign-in', async () => {
  const [officer, other] = [await newOfficer('viewer'), await newOfficer('viewer')]
  await signedIn(officer)
  await db().officerSession.updateMany({
    where: { userId: officer.id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  expect((await readOwnAccount(officer.id)).sessions).toEqual([])
  await signedIn(other)
  expect(await db().officerSession.count({ where: { userId: officer.id } })).toBe(0)
})

test('language and mails are one’s own to choose', async () => {
  const officer = await newOfficer('viewer')
  const chosen = {
    language: 'en',
    mailReturned: false,
    mailReview: true,
    mailDigest: false,
  } as const
  expect((await changePreferences(officer, chosen)).ok).toBe(true)
  expect(await readOwnAccount(officer.id)).toMatchObject({
    language: 'en',
    mail: { returned: false, review: true, digest: false },
  })
  const wrong = { ...chosen, language: 'fr' } as never
  expect(await changePreferences(officer, wrong)).toEqual({ ok: false, reason: 'invalid' })
})

test('the list says who signed in when, and who may not', async () => {
  const [officer, never] = [await newOfficer('editor'), await newOfficer('editor')]
  await signedIn(officer)
  await disableOfficer(systemActor, never)
  const listed = await listOfficers()
  const of = ({ id }: Officer) => listed.find((one) => one.id === id)
  expect(of(officer)?.lastSignInAt).toMatch(/^\d{4}-/)
  expect(of(never)).toMatchObject({ lastSignInAt: null, disabledAt: expect.any(String) })
})

describe('a register that asks for a second factor', () => {
  afterEach(() => {
    delete process.env.SECOND_FACTOR
    settlePort(3000)
  })
  const needs: [OfficerRole, boolean][] = [
    ['viewer', false],
    ['editor', false],
    ['reviewer', true],
    ['admin', true],
  ]
  test.each(needs)('asks the role %s: %s', async (role, isAsked) => {
    const officer = await newOfficer(role)
    expect((await again(officer)).needsSecondFactor).toBe(false)
    process.env.SECOND_FACTOR = 'required'
    settlePort(3000)
    expect((await again(officer)).needsSecondFactor).toBe(isAsked)
    await db().passkey.create({
      data: {
        officerId: officer.id,
        name: 'Key',
        credentialId: officer.id,
        publicKey: new Uint8Array(1),
        counter: 0,
        createdAt: new Date(),
      },
    })
    expect((await again(officer)).needsSecondFactor).toBe(false)
    await db().passkey.deleteMany({ where: { officerId: officer.id } })
    await db().officer.update({ where: { id: officer.id }, data: { twoFactorEnabled: true } })
    expect((await again(officer)).needsSecondFactor).toBe(false)
  })
})

test('a knocker without end does not fill the trail, which says that it left some out', async () => {
  for (let attempt = 0; attempt < 35; attempt++) {
    await setPassword({ token: `guess-${attempt}`, password }, newBrowser())
  }
  const written = await db().auditEntry.findMany({
    where: { action: 'officers.set_password', outcome: 'refused' },
    orderBy: { at: 'asc' },
  })
  expect(written).toHaveLength(30)
  expect(written.at(-1)?.detail).toEqual({ reason: 'link_not_valid', furtherOmitted: true })
})
