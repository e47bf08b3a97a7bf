import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { withdrawWord } from '@/features/desk/round/statements/commands/withdraw-word'
import { fromForm, submittedStatement } from '@/features/desk/round/statements/input/statement'
import { valuesOfLive } from '@/features/desk/round/statements/model/statement-values'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { listToConfirm } from '@/features/desk/round/statements/queries/list-items'
import { applyImport } from '@/features/desk/spreadsheets/commands/decide-import'
import { recordRevision } from '@/features/register/log/commands/record'
import { findProject } from '@/features/register/projects/queries/find-project'
import { editOf } from '~/tests/support/desk/edits'
import { newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, reviewOf, submitChange, submitSideView } from '~/tests/support/desk/rounds'
import { edited, settled } from '~/tests/support/desk/spreadsheets'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const reference = '6-4.2'
let hongKong: Officer
let shanghai: Officer
let reviewer: Officer
beforeAll(async () => {
  // What is public rests on several citations, and one of them does not say where in its source.
  await db().$transaction(async (tx) => {
    const { currentStatementId } = await tx.project.findUniqueOrThrow({ where: { reference } })
    const { id: sourceId } = await tx.source.findFirstOrThrow()
    const cited = { statementId: currentStatementId, sourceId, position: 99 }
    await tx.citation.create({ data: cited })
    const actor = { role: 'register', side: null, officerId: null } as const
    const entry = { kind: 'project', reference, action: 'facts_changed', actor } as const
    await recordRevision(tx, { ...entry, citations: [] })
  })
})
beforeEach(async () => {
  hongKong = await newOfficer('editor')
  shanghai = await newOfficer('editor', { side: 'SH' })
  reviewer = await newOfficer('reviewer')
})

async function live() {
  const item = await findItemToState(reference)
  if (!item) throw new Error('The item is gone.')
  return item.live
}

/** What the form of the item sends as it opens for an officer, with some fields changed. */
async function formOf({ city }: Officer, change: Record<string, string>) {
  const item = await findItemToState(reference)
  if (!item) throw new Error('The item is gone.')
  const values = valuesOfLive(item, { city, today: '2026-11-30', isRegisterEditor: true })
  return submittedStatement.parse(fromForm({ ...values, ...change }))
}

/** A change of one language of the live statement's note, as the texts side by side send it. */
async function noteOf(language: 'zh-Hant' | 'en', body: string) {
  const { note } = await live()
  const texts = Object.entries(note).map(([one, { body: was, origin, originDetail }]) => [
    one,
    { body: one === language ? body : was, origin, originDetail },
  ])
  const passages = { 'statement.note': Object.fromEntries(texts) }
  return editOf('project', reference, { passages })
}

/** Submits what the form sends, and publishes it. */
async function published(author: Officer, change: Record<string, string>): Promise<number> {
  const outcome = await submitStatement(author, await formOf(author, change))
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return publishSeen(reviewer, outcome.submission)
}

async function confirm(officer: Officer) {
  const { statementId } = await live()
  return confirmStatement(officer, { reference, statementId: statementId ?? '' })
}

const words = async () =>
  Object.fromEntries(
    (await live()).confirmations.map(({ side, stance, revision }) => [side, [stance, revision]]),
  )
const touched = async ({ id }: Officer) =>
  (await db().mail.findMany({ where: { officerId: id, kind: 'side_touched' } })).map(
    ({ detail }) => detail,
  )

test('one English word changed leaves the day, who says so, all evidence, ticks and views as they were', async () => {
  await confirm(hongKong)
  await publishSeen(reviewer, await submitSideView(shanghai, reference, '尚未开始。'))
  const before = await live()
  expect(before.citations.length).toBeGreaterThan(1)
  expect(before.citations.some(({ quote, locator }) => !quote && !locator)).toBe(true)
  const note = `${before.note.en?.body} Still.`
  const revision = await published(await newOfficer('editor'), { 'note.en': note })
  const after = await live()
  expect(after.note.en?.body).toBe(note)
  for (const same of ['state', 'asOf', 'assertedBy', 'citations'] as const) {
    expect(after[same]).toEqual(before[same])
  }
  expect(await words()).toEqual({
    HK: ['confirms', before.version],
    SH: ['differs', before.version],
  })
  const { confirmations } = (await findProject(reference))?.statement ?? {}
  expect(confirmations?.[1]).toMatchObject({ note: { 'zh-Hans': { body: '尚未开始。' } } })
  expect((await findProject(reference))?.confirmedBy).toEqual(['HK'])
  // The log says the same as the tables: ticks and views included.
  const { after: logged } = await db().revision.findUniqueOrThrow({ where: { number: revision } })
  expect(logged).toMatchObject({
    statement: { confirmations: { SH: { stance: 'differs', revision: before.version } } },
  })
  expect(await touched(shanghai)).toEqual([{ reference, was: 'differs', is: 'differs' }])
  expect(await touched(hongKong)).toEqual([])
})

test('a tick given anew is of what is published now; another state makes it one of an earlier statement', async () => {
  expect((await confirm(hongKong)).ok).toBe(true)
  expect((await words()).HK).toEqual(['confirms', null])
  const { version } = await live()
  const author = await newOfficer('editor', { side: 'SH' })
  const change = { state: 'ongoing', assertedBy: 'press' }
  const waiting = await submitStatement(author, await formOf(author, change))
  if (!waiting.ok) throw new Error('Refused.')
  // The reviewer sees before publishing what becomes of it.
  expect((await reviewOf(waiting.submission)).proposed.statement?.confirmations).toMatchObject({
    HK: { stance: 'confirmed_earlier', revision: version },
    SH: { stance: 'differs' },
  })
  await publishSeen(reviewer, waiting.submission)
  expect((await words()).HK).toEqual(['confirmed_earlier', version])
  expect((await findProject(reference))?.confirmedBy).toEqual([])
  expect(await touched(hongKong)).toEqual([{ reference, was: 'confirms', is: 'confirmed_earlier' }])
  const asked = async (officer: Officer) =>
    (await listToConfirm(officer, { take: 100 })).items.map((item) => item.reference)
  expect(await asked(hongKong)).toContain(reference)
  expect(await asked(shanghai)).toContain(reference)
})

test('a view stays until its own side takes it back or gives another', async () => {
  await publishSeen(reviewer, await submitSideView(shanghai, reference, '另一看法。'))
  expect((await words()).SH).toEqual(['differs', null])
  await published(hongKong, { state: 'in_progress', assertedBy: 'press' })
  expect((await words()).SH?.[0]).toBe('differs')
  const { statementId } = await live()
  const taken = await withdrawWord(shanghai, { reference, statementId: statementId ?? '' })
  expect(taken.ok).toBe(true)
  expect((await words()).SH).toEqual(['withdrawn', null])
  const last = await db().revision.findFirstOrThrow({ orderBy: { number: 'desc' } })
  expect(last).toMatchObject({ action: 'withdrawn', actorSide: 'SH' })
  await published(hongKong, { state: 'ongoing' })
  expect((await words()).SH).toBeUndefined()
})

test('a text mended at the side of the others marks the tick as of its revision', async () => {
  await confirm(shanghai)
  const { version } = await live()
  await publishSeen(reviewer, await submitChange(hongKong, await noteOf('en', 'Mended.')))
  expect((await live()).note.en?.body).toBe('Mended.')
  expect((await words()).SH).toEqual(['confirms', version])
})

test('what a side wrote first is for its own officers to change; a translation is anybody’s', async () => {
  const own = { 'note.zh-Hant': '港方的話。', 'note.zh-Hans': '', assertedBy: 'hk_side' }
  await published(hongKong, { ...own, 'note.en': 'Hong Kong’s words.' })
  expect((await words()).HK).toEqual(['asserts', null])
  expect(await submitEdit(shanghai, await noteOf('zh-Hant', '另一方的話。'))).toMatchObject({
    problems: [{ field: 'texts.statement.note.zh-Hant', code: 'not_own_side' }],
  })
  const { version } = await live()
  const mended = await noteOf('en', 'The words of Hong Kong.')
  await publishSeen(reviewer, await submitChange(shanghai, mended))
  expect((await words()).HK).toEqual(['asserts', version])
})

test('the spreadsheet keeps every citation, and takes no quote over to another source', async () => {
  const before = await live()
  const author = await newOfficer('editor')
  const done = await edited(author, { [reference]: { 'note.en': 'From a spreadsheet.' } })
  expect((await applyImport(author, { id: done.id, leaveOut: false })).ok).toBe(true)
  await settled(author, done.id)
  const row = await db().submission.findFirstOrThrow({ where: { importId: done.id } })
  await publishSeen(reviewer, row.id)
  expect((await live()).citations).toEqual(before.citations)
  expect((await live()).asOf).toEqual(before.asOf)
})

test('another source does not take over the quote, however it is chosen', async () => {
  await published(hongKong, {
    'citations.0.source.slug': 'caixin-2025-06-26',
    'citations.0.quote': 'its very words',
  })
  const other = await db().source.findFirstOrThrow({
    where: {
      slug: { not: 'caixin-2025-06-26' },
      citations: { none: { statementId: (await live()).statementId } },
    },
  })
  const change = { 'citations.0.source.slug': other.slug }
  expect(await submitStatement(hongKong, await formOf(hongKong, change))).toMatchObject({
    problems: [{ field: 'citations.0.quote', code: 'quote_of_another' }],
  })
  const done = await edited(hongKong, { [reference]: { source: other.slug } })
  expect(done.findings?.rows[0]?.refusals).toEqual([
    { column: 'quote', reason: 'quote_of_another' },
  ])
})
