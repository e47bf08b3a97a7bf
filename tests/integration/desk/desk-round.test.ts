import { describe, expect, test } from 'vitest'
import { markSeen } from '@/features/desk/officers/commands/mark-seen'
import type { Officer } from '@/features/desk/officers/model'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import {
  fromForm,
  type SubmittedStatement,
  submittedStatement,
} from '@/features/desk/round/statements/input/statement'
import {
  valuesOfLive,
  valuesOfStatement,
} from '@/features/desk/round/statements/model/statement-values'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { correctionValues } from '@/features/desk/round/submissions/model/form-fields'
import {
  countSubmissions,
  findOwnStatement,
  findSubmission,
  listOwnStated,
  listStated,
  listSubmissions,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { listPublishedSince, listRevisions } from '@/features/register/log/queries/revisions'
import { findSourceByAddress, listSourceChoices } from '@/features/register/sources/queries'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

async function submitted(actor: Officer, asked: SubmittedStatement): Promise<string> {
  const outcome = await submitStatement(actor, asked)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return outcome.submission
}

async function published(reviewer: Officer, id: string, reference: string): Promise<void> {
  const item = await findItemToState(reference)
  const outcome = await publishSubmission(reviewer, { id, version: item?.live.version ?? 0 })
  if (!outcome.ok) throw new Error(`Refused: ${outcome.reason}`)
}

/** What the form of an item would send as it opens, with some fields changed. */
async function typed(reference: string, officer: Officer, change: Record<string, string> = {}) {
  const item = await findItemToState(reference)
  if (!item) throw new Error(`There is no ${reference}.`)
  const values = valuesOfLive(item, {
    city: officer.city,
    today: '2025-10-20',
    isRegisterEditor: true,
  })
  return { ...values, ...change }
}

describe('what was published since', () => {
  test('leaves out what the register entered itself; seen, it is no news any more', async () => {
    const [author, reviewer, reader] = [
      await newOfficer('editor'),
      await newOfficer('reviewer'),
      await newOfficer('viewer'),
    ]
    expect((await listPublishedSince(reader.id, 10)).total).toBe(0)
    await published(reviewer, await submitted(author, await statementFrom('6-1.1')), '6-1.1')
    const news = await listPublishedSince(reader.id, 1)
    expect(news.changes.map(({ reference }) => reference)).toEqual(['6-1.1'])
    // The source that came with it is the other one.
    expect(news.total).toBe(2)
    expect(await markSeen(reader, { revision: news.head })).toEqual({ ok: true, seen: news.head })
    expect((await listPublishedSince(reader.id, 10)).total).toBe(0)
    // It never goes back.
    expect((await markSeen(reader, { revision: 1 })).ok).toBe(true)
    expect((await listPublishedSince(reader.id, 10)).total).toBe(0)
    // Of another officer it says nothing.
    expect((await listPublishedSince(author.id, 10)).total).toBe(2)
  })

  test('what is published later is news, however far ahead was marked', async () => {
    const [author, reviewer, reader] = [
      await newOfficer('editor'),
      await newOfficer('reviewer'),
      await newOfficer('viewer'),
    ]
    const { head } = await listPublishedSince(reader.id, 1)
    expect(await markSeen(reader, { revision: head + 1000 })).toEqual({ ok: true, seen: head })
    await published(reviewer, await submitted(author, await statementFrom('6-1.2')), '6-1.2')
    expect((await listPublishedSince(reader.id, 10)).total).toBeGreaterThan(0)
    expect(await markSeen(reader, { revision: Number.NaN })).toEqual({
      ok: false,
      reason: 'invalid',
    })
    const audited = await db().auditEntry.groupBy({
      by: ['outcome'],
      where: { officerId: reader.id, action: 'officers.mark_seen' },
      _count: true,
    })
    expect(audited.map(({ outcome, _count }) => [outcome, _count]).sort()).toEqual([
      ['done', 1],
      ['refused', 1],
    ])
  })
})

describe('the lists of submissions', () => {
  test('are as long as asked for, and counted whole', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const before = await countSubmissions(reviewer)
    for (const reference of ['6-2.1', '6-2.2', '6-2.3']) {
      await submitted(author, await statementFrom(reference))
    }
    expect((await listSubmissions(author, { take: 2 })).waiting).toHaveLength(2)
    expect(await countSubmissions(author)).toEqual({
      waiting: 3,
      returned: 0,
      toReview: 0,
      approved: 0,
    })
    expect((await countSubmissions(reviewer)).toReview).toBe(before.toReview + 3)
    expect(await listStated(['6-2.1', '6-2.2', '6-15.1'])).toEqual(new Set(['6-2.1', '6-2.2']))
    expect((await listOwnStated(author)).sort()).toEqual(['6-2.1', '6-2.2', '6-2.3'])
    expect(await listOwnStated(reviewer)).toEqual([])
    expect((await findOwnStatement(author, '6-2.1'))?.reference).toBe('6-2.1')
    expect(await findOwnStatement(reviewer, '6-2.1')).toBeNull()
  })

  test('what was returned, taken up again and published is returned no more', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const asked = await typed('6-6.2', author, {
      state: 'in_progress',
      'note.zh-Hant': '雙方簽署協議。',
      'citations.0.source.slug': 'caixin-2025-06-26',
      'citations.0.quote': 'signed',
    })
    const first = await submitted(author, submittedStatement.parse(fromForm(asked)))
    await returnSubmission(reviewer, { id: first, reason: '請補日期。' })
    const found = await findSubmission(first)
    if (!found) throw new Error('The submission is gone.')
    const { statement } = submittedStatement.parse(fromForm(asked))
    const again = {
      ...valuesOfStatement(statement, Number(asked.version)),
      ...correctionValues(found.correction),
      'note.zh-Hant': '雙方於六月簽署協議。',
      replaces: first,
    }
    const second = await submitted(author, submittedStatement.parse(fromForm(again)))
    expect((await listSubmissions(author)).returned).toEqual([])
    await published(reviewer, second, '6-6.2')
    const item = await findItemToState('6-6.2')
    expect(item?.live.note['zh-Hant']?.body).toBe('雙方於六月簽署協議。')
    expect(item?.live.note['zh-Hans']).toMatchObject({ origin: 'script_conversion' })
  })
})

describe('the statement form', () => {
  test('as it opens, a Shanghai original is Simplified, and the published Traditional is marked as converted', async () => {
    const [author, reviewer] = [
      await newOfficer('editor', { side: 'SH' }),
      await newOfficer('reviewer'),
    ]
    const values = await typed('6-10.1', author, {
      state: 'in_progress',
      'note.zh-Hans': '双方签署协议。',
      'note.zh-Hant': '雙方簽署協議。',
      'citations.0.source.slug': 'caixin-2025-06-26',
      'citations.0.quote': 'signed',
    })
    expect(values).toMatchObject({ original: 'zh-Hans', assertedBy: 'sh_side' })
    await published(
      reviewer,
      await submitted(author, submittedStatement.parse(fromForm(values))),
      '6-10.1',
    )
    const note = (await findItemToState('6-10.1'))?.live.note
    expect(note?.['zh-Hans']).toMatchObject({ origin: 'editorial', derivedFromHash: null })
    expect(note?.['zh-Hant']).toMatchObject({ origin: 'script_conversion', reviewedAt: null })
    // Opened again by an officer of the other side, it keeps the original that it has.
    expect((await typed('6-10.1', reviewer)).original).toBe('zh-Hans')
  })

  test('a correction names the revision and why, and reaches the log', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const cited = { 'citations.0.source.slug': 'caixin-2025-06-26', 'citations.0.quote': 'signed' }
    const wrong = await typed('6-7.2', author, { ...cited, state: 'completed' })
    await published(
      reviewer,
      await submitted(author, submittedStatement.parse(fromForm(wrong))),
      '6-7.2',
    )
    const [latest] = await listRevisions({ kind: 'project', reference: '6-7.2' })
    const right = await typed('6-7.2', author, {
      state: 'in_progress',
      asOf: '2025-06-26',
      'correction.revision': String(latest?.number),
      'correction.why.en': 'The source says “begun”, not “done”.',
    })
    await published(
      reviewer,
      await submitted(author, submittedStatement.parse(fromForm(right))),
      '6-7.2',
    )
    const [correction] = await listRevisions({ kind: 'project', reference: '6-7.2' })
    expect(correction).toMatchObject({
      action: 'corrected',
      corrects: latest?.number,
      correctionReason: { en: 'The source says “begun”, not “done”.' },
    })
    const unexplained = { ...right, 'correction.why.en': '' }
    expect(submittedStatement.safeParse(fromForm(unexplained)).success).toBe(false)
  })

  test('offers first the sources that the item rests on, and finds one by any writing of its address', async () => {
    const [author, reviewer] = await editorAndReviewer()
    const [ordinary] = await listSourceChoices()
    const old = (await listSourceChoices()).at(-1)
    if (!old) throw new Error('There is no source.')
    expect(ordinary?.slug).not.toBe(old.slug)
    const values = await typed('6-8.1', author, {
      state: 'in_progress',
      'citations.0.source.slug': old.slug,
      'citations.0.quote': 'words',
    })
    await published(
      reviewer,
      await submitted(author, submittedStatement.parse(fromForm(values))),
      '6-8.1',
    )
    const choices = await listSourceChoices('6-8.1')
    const used = choices.filter((choice) => choice.used > 0)
    expect(used.map(({ slug }) => slug)).toContain(old.slug)
    expect(choices.slice(0, used.length)).toEqual(used)
    expect(used.map((choice) => choice.used)).toEqual(
      used.map((choice) => choice.used).sort((a, b) => b - a),
    )
    const held = await db().source.findFirstOrThrow({ where: { url: { startsWith: 'https://' } } })
    const otherwise = `${held.url?.replace('https://', 'http://')}${held.url?.includes('?') ? '&' : '?'}utm_source=mail#top`
    expect((await findSourceByAddress(db(), otherwise))?.slug).toBe(held.slug)
    expect(await findSourceByAddress(db(), 'https://example.org/not-held')).toBeNull()
  })
})
