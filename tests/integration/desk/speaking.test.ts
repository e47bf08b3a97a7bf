import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Officer, OfficerRole } from '@/features/desk/officers/model'
import { answerForSide } from '@/features/desk/round/review/commands/answer-for-side'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { listToAgree } from '@/features/desk/round/review/queries/list-to-agree'
import { statementAction } from '@/features/desk/round/statements/actions'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { withdrawWord } from '@/features/desk/round/statements/commands/withdraw-word'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { findProject } from '@/features/register/projects/queries/find-project'
import { assertionsOf } from '@/features/register/states/model/statements'
import { newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement } from '~/tests/support/desk/rounds'
import { cited, edited, rowOf } from '~/tests/support/desk/spreadsheets'
import { statementFrom } from '~/tests/support/desk/statements'
import { request } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

let signedIn: Officer | null = null
vi.mock('@/features/desk/officers/session', async (original) => ({
  ...(await original<typeof import('@/features/desk/officers/session')>()),
  officerForAction: async () => signedIn,
}))

const db = freshDatabase()
const item = '6-4.2'

const refusals = (officer: Officer) =>
  db().auditEntry.count({ where: { officerId: officer.id, outcome: 'refused' } })

/** As whom an officer tries to state an item by each transport: whether it was taken. */
const transports: Record<string, (officer: Officer, assertedBy: string) => Promise<boolean>> = {
  command: async (officer, assertedBy) =>
    (await submitStatement(officer, await statementFrom(item, { assertedBy }))).ok,
  form: async (officer, assertedBy) => {
    signedIn = officer
    const live = (await findItemToState(item))?.live
    const form = new FormData()
    for (const [name, value] of Object.entries({
      intent: 'save',
      reference: item,
      version: String(live?.version),
      state: 'in_progress',
      asOf: '2026-01-02',
      assertedBy,
      original: 'zh-Hant',
      'note.en': 'The work goes on.',
      'citations.0.source.kind': 'existing',
      'citations.0.source.slug': cited.source,
      'citations.0.quote': cited.quote,
    })) {
      form.set(name, value)
    }
    const before = { turn: 0, step: 'edit', values: {}, at: null, problems: [] } as const
    try {
      await statementAction(
        { ...before, problems: [], reason: null, conflict: null, other: null },
        form,
      )
      return false
    } catch (error) {
      // Taken, the form leads to another page.
      if ((error as { digest?: string }).digest?.startsWith('NEXT_REDIRECT')) return true
      throw error
    }
  },
  spreadsheet: async (officer, assertedBy) => {
    const words = {
      hk_side: 'Hong Kong side',
      sh_side: 'Shanghai side',
      both_sides: 'Both sides',
      press: 'Press',
      editor: 'The editor of this register',
    }[assertedBy]
    const done = await edited(officer, {
      [item]: { state: 'In progress', asOf: '2026-01-02', assertedBy: words ?? '', ...cited },
    })
    return rowOf(done, item).refusals.length === 0
  },
}

describe.each(['HK', 'SH'] as const)('an officer of %s', (side) => {
  test.each(['viewer', 'editor', 'reviewer', 'admin'] as const)(
    'as %s says for a side what is its own to say, by form, file and command; the rest is refused and audited',
    async (role: OfficerRole) => {
      const officer = await newOfficer(role, { side })
      const sides = (await findItemToState(item))?.live.sides ?? []
      const tried = assertionsOf(sides)
      const own = [`${side.toLowerCase()}_side`, 'both_sides', 'press', 'editor']
      for (const [transport, attempt] of Object.entries(transports)) {
        if (transport === 'spreadsheet' && role === 'viewer') continue
        const before = await refusals(officer)
        const taken: string[] = []
        for (const assertedBy of tried) {
          if (await attempt(officer, assertedBy)) taken.push(assertedBy)
        }
        const allowed = role === 'viewer' ? [] : own
        expect([...taken].sort(), transport).toEqual([...allowed].sort())
        expect((await refusals(officer)) - before, transport).toBe(tried.length - taken.length)
      }
    },
  )
})

test('one of a field says nothing as the editor, unless the editor says it already', async () => {
  const officer = await newOfficer('editor', { fields: ['6-4', '6-1'], db: db() })
  const silent = await db().project.findFirstOrThrow({
    where: { currentStatementId: null, itemised: true, field: { reference: '6-4' } },
  })
  const asked = await statementFrom(silent.reference, { assertedBy: 'editor' })
  expect(await submitStatement(officer, asked)).toMatchObject({
    problems: [{ field: 'assertedBy', code: 'not_editor' }],
  })
  expect((await findItemToState('6-4.2'))?.live.assertedBy).toBe('editor')
  const carried = await statementFrom('6-4.2', { assertedBy: 'editor' })
  expect((await submitStatement(officer, carried)).ok).toBe(true)
})

test('the API takes nothing', async () => {
  const body = JSON.stringify({ assertedBy: 'sh_side', confirmedBy: ['HK', 'SH'] })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await request(`/api/v1/projects/${item}`, { method, body })).status).toBe(405)
  }
})

describe('written past the commands', () => {
  let hongKong: Officer
  beforeAll(async () => {
    hongKong = await newOfficer('editor')
  })
  const stated = async (assertedBy: string) => {
    const project = await db().project.findUniqueOrThrow({ where: { reference: item } })
    return {
      projectId: project.id,
      projectState: 'not_reported' as const,
      asOf: new Date('2026-01-01'),
      assertedBy,
      authorId: hongKong.id,
      publishedAt: new Date(),
    }
  }

  test.each(['sh_side', 'both_sides'])('a statement of %s is refused', async (assertedBy) => {
    const data = await stated(assertedBy)
    await expect(
      db().$transaction(async (tx) => {
        await tx.statusStatement.create({ data })
        await tx.$executeRaw`set constraints all immediate`
      }),
    ).rejects.toThrow(/no officer of it|an officer of each/)
  })

  test.each(['confirms', 'asserts', 'differs', 'withdrawn', 'confirmed_earlier'] as const)(
    'a word of another side, %s, is refused',
    async (stance) => {
      const { id: statementId } = await db().statusStatement.create({ data: await stated('press') })
      const word = { statementId, stance, at: new Date() }
      for (const officerId of [hongKong.id, null]) {
        await expect(
          db().confirmation.create({ data: { ...word, side: 'SH', officerId } }),
        ).rejects.toThrow(/no officer of it|earlier_word_is_carried/)
      }
      if (stance !== 'asserts') return
      await expect(
        db().confirmation.create({ data: { ...word, side: 'HK', officerId: hongKong.id } }),
      ).rejects.toThrow('not its own')
    },
  )

  test('a tick carried to a statement of another state is refused', async () => {
    const data = await stated('press')
    const [was, is] = [
      await db().statusStatement.create({ data }),
      await db().statusStatement.create({ data: { ...data, asOf: new Date('2026-02-02') } }),
    ]
    const at = new Date()
    const word = { side: 'HK', stance: 'confirms', officerId: hongKong.id, at } as const
    const said = await db().confirmation.create({ data: { ...word, statementId: was.id } })
    const carried = { statementId: is.id, carriedFromId: said.id, revision: 1 }
    const carry = (change: object) =>
      db().$transaction(async (tx) => {
        await tx.confirmation.create({ data: { ...word, ...carried, ...change } })
        await tx.$executeRaw`set constraints all immediate`
      })
    await expect(carry({})).rejects.toThrow('not what the side said')
    await expect(carry({ stance: 'differs' })).rejects.toThrow('not what the side said')
    await carry({ stance: 'confirmed_earlier' })
  })
})

describe('what both sides are to say', () => {
  const reference = '6-5.1'
  const ticks = async () => (await findProject(reference))?.confirmedBy

  test('waits for an officer of the other side, and has both ticks then', async () => {
    const [hongKong, shanghai, elsewhere] = [
      await newOfficer('editor'),
      await newOfficer('editor', { side: 'SH' }),
      await newOfficer('editor', { side: 'SH', fields: ['6-1'], db: db() }),
    ]
    const reviewer = await newOfficer('reviewer')
    const id = await sendStatement(hongKong, reference, { assertedBy: 'both_sides' })
    const { version } = (await findItemToState(reference))?.live ?? { version: 0 }
    expect(await publishSubmission(reviewer, { id, version })).toEqual({
      ok: true,
      revision: null,
      reference,
    })
    expect((await findItemToState(reference))?.live.version).toBe(version)
    const mailed = await db().mail.findMany({ where: { kind: 'side_asked' } })
    const officers = mailed.map(({ officerId }) => officerId)
    expect(officers).toContain(shanghai.id)
    for (const other of [hongKong, elsewhere, reviewer]) expect(officers).not.toContain(other.id)
    // Neither the author's colleagues, nor one of another field, nor the reviewer once more.
    for (const other of [hongKong, elsewhere, await newOfficer('editor')]) {
      expect(await answerForSide(other, { id })).toEqual({ ok: false, reason: 'not_other_side' })
      expect(await refusals(other)).toBeGreaterThan(0)
    }
    expect(await publishSubmission(reviewer, { id, version })).toMatchObject({
      reason: 'already_decided',
    })
    expect(await answerForSide(shanghai, { id })).toMatchObject({ ok: true })
    expect(await ticks()).toEqual(['HK', 'SH'])
    expect(await findCard('projects', reference)).toMatchObject({ confirmedBy: ['HK', 'SH'] })
    // The author and the other side may each take back their own word, and no other.
    const { statementId } = (await findItemToState(reference))?.live ?? {}
    const taken = await withdrawWord(shanghai, { reference, statementId: statementId ?? '' })
    expect(taken.ok).toBe(true)
    expect(await ticks()).toEqual(['HK'])
    expect(await withdrawWord(shanghai, { reference, statementId: statementId ?? '' })).toEqual({
      ok: false,
      reason: 'nothing_said',
    })
  })

  test('is published on a yes that came before the review; declined, it is returned with the reason', async () => {
    const [hongKong, shanghai, reviewer] = [
      await newOfficer('editor'),
      await newOfficer('editor', { side: 'SH' }),
      await newOfficer('reviewer'),
    ]
    const asked = { assertedBy: 'both_sides', state: 'completed' } as const
    const id = await sendStatement(hongKong, '6-6.1', asked)
    const { version = 0 } = (await findItemToState('6-6.1'))?.live ?? {}
    const release = { at: '2027-01-04T10:00', title: 'Ceremony' }
    expect(await approveSubmission(reviewer, { id, version, release })).toEqual({
      ok: false,
      reason: 'other_side_first',
    })
    expect(await answerForSide(shanghai, { id })).toEqual({ ok: true, revision: null })
    await publishSeen(reviewer, id)
    expect((await findProject('6-6.1'))?.confirmedBy).toEqual(['HK', 'SH'])

    const second = await sendStatement(hongKong, '6-8.1', asked)
    expect((await listToAgree(shanghai)).map((one) => one.id)).toContain(second)
    expect((await listToAgree(hongKong)).map((one) => one.id)).not.toContain(second)
    const colleague = await newOfficer('editor')
    expect(await returnSubmission(colleague, { id: second, reason: 'No.' })).toMatchObject({
      reason: 'not_reviewer',
    })
    expect(await returnSubmission(shanghai, { id: second, reason: '尚未完成。' })).toEqual({
      ok: true,
    })
    expect(await answerForSide(shanghai, { id: second })).toMatchObject({
      reason: 'already_decided',
    })
    expect((await findProject('6-8.1'))?.confirmedBy).toEqual([])
  })
})

test('neither the press nor the editor makes a tick; each side makes its own', async () => {
  const reference = '6-7.1'
  const reviewer = await newOfficer('reviewer')
  for (const [assertedBy, state] of [
    ['press', 'in_progress'],
    ['editor', 'ongoing'],
  ] as const) {
    const author = await newOfficer('editor')
    await publishSeen(reviewer, await sendStatement(author, reference, { assertedBy, state }))
    expect((await findProject(reference))?.confirmedBy).toEqual([])
  }
  const { statementId } = (await findItemToState(reference))?.live ?? {}
  const shanghai = await newOfficer('editor', { side: 'SH' })
  await confirmStatement(shanghai, { reference, statementId: statementId ?? '' })
  const { data } = await (await request(`/api/v1/projects/${reference}`)).json()
  expect(data.confirmedBy).toEqual(['SH'])
})
