import { describe, expect, test } from 'vitest'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import type { LocalizedText, TextOrigin } from '@/i18n/localized-text'
import { cities, hongKong, shanghai } from '~/tests/support/register/cities'
import { fromForm, submittedStatement } from '../input/statement'
import type { ItemToState, LiveStatement } from './item'
import {
  leftBehind,
  problemsOfValues,
  valuesOfLive,
  valuesOfStatement,
  withConversionLeft,
} from './statement-values'

const entry = (body: string, origin: TextOrigin, from: string | null = null) => ({
  body,
  origin,
  originDetail: null,
  derivedFromHash: from,
  reviewedAt: null,
})

const note: LocalizedText = {
  'zh-Hant': entry('雙方舉行會議。', 'editorial'),
  'zh-Hans': entry('双方举行会议。', 'script_conversion', 'x'),
  en: entry('The sides met.', 'unofficial_translation', 'x'),
}

const live: LiveStatement = {
  state: 'in_progress',
  asOf: '2025-06-01',
  assertedBy: 'press',
  note,
  reason: {},
  citations: [
    {
      quote: 'They met.',
      locator: null,
      source: {
        slug: 'caixin-2025-06-26',
        publisherNames: {},
        publisher: 'Caixin',
        publishedOn: '2025-06-26',
        title: null,
        kind: 'news',
        language: 'en',
        url: null,
        note: {},
      },
    },
    {
      quote: null,
      locator: 'p. 2',
      source: {
        slug: 'invest-shanghai',
        publisherNames: {},
        publisher: 'Invest Shanghai',
        publishedOn: null,
        title: null,
        kind: 'government',
        language: 'en',
        url: null,
        note: {},
      },
    },
  ],
  confirmations: [],
  sides: cities,
  statementId: 's',
  authorId: null,
  version: 4,
}

const item: ItemToState = {
  id: 'i',
  kind: 'project',
  reference: '6-4.2',
  itemised: true,
  title: {},
  fields: ['6-4'],
  conferenceDay: '2024-04-26',
  live,
}
const today = '2026-11-24'
const filled = (change: FormValues = {}) => ({
  ...valuesOfLive(item, { city: hongKong, today, isRegisterEditor: true }),
  ...change,
})
const issuesOf = (values: FormValues) => {
  const parsed = submittedStatement.safeParse(fromForm(values))
  return parsed.success ? [] : parsed.error.issues
}

describe('the form as it opens', () => {
  test('holds what is live, its day, who says so and all of its evidence included', () => {
    const values = filled()
    expect(values).toMatchObject({
      state: 'in_progress',
      asOf: '2025-06-01',
      assertedBy: 'press',
      original: 'zh-Hant',
      'note.en': 'The sides met.',
      'citations.0.source.slug': 'caixin-2025-06-26',
      'citations.0.quote': 'They met.',
      'citations.1.source.slug': 'invest-shanghai',
      'citations.1.locator': 'p. 2',
      version: '4',
    })
    expect(issuesOf(values)).toEqual([])
    expect(problemsOfValues(values, [], item, today)).toEqual([])
  })

  test('takes the original from what is live, else from the officer’s side', () => {
    const nothing = { ...item, live: { ...live, note: {} } }
    const original = (of: ItemToState, side: 'HK' | 'SH') =>
      valuesOfLive(of, {
        city: side === 'HK' ? hongKong : shanghai,
        today,
        isRegisterEditor: true,
      }).original
    expect(original(item, 'SH')).toBe('zh-Hant')
    expect(original(nothing, 'SH')).toBe('zh-Hans')
    expect(original(nothing, 'HK')).toBe('zh-Hant')
  })

  test('filled with what was submitted reads as what was submitted', () => {
    for (const change of [
      {},
      { original: 'zh-Hans', conversionAccepted: 'on' },
      {
        'citations.1.source.kind': 'new',
        'citations.1.source.publisher': 'Example Bureau',
        'citations.1.source.sourceKind': 'government',
        'citations.1.source.language': 'en',
      },
    ]) {
      const { statement, version } = submittedStatement.parse(fromForm(filled(change)))
      const again = submittedStatement.parse(fromForm(valuesOfStatement(statement, version)))
      expect(again.statement).toEqual(statement)
    }
  })
})

describe('all problems at once', () => {
  test('what the schema finds, and what the rules say of the rest', () => {
    const values = filled({
      state: 'behind',
      asOf: '2027-01-01',
      'citations.0.source.kind': 'new',
      'citations.0.source.publisher': '',
      'citations.0.source.sourceKind': 'news',
      'citations.0.source.language': 'en',
      'citations.0.quote': '',
    })
    const problems = problemsOfValues(values, issuesOf(values), item, today)
    expect(new Map(problems.map(({ field, code }) => [field, code]))).toEqual(
      new Map([
        ['citations.0.source.publisher', 'required'],
        ['asOf', 'future_day'],
        ['citations.0.quote', 'quote_or_locator'],
        ['reason.zh-Hant', 'reason_required'],
      ]),
    )
  })

  test('a field that cannot be read is said once, and nothing is concluded from it', () => {
    const values = filled({ state: 'finished', asOf: 'yesterday' })
    expect(problemsOfValues(values, issuesOf(values), item, today)).toEqual([
      { field: 'asOf', code: 'not_a_day' },
      { field: 'state', code: 'required' },
    ])
  })

  test('a correction may be as of an earlier day', () => {
    const values = filled({ asOf: '2025-01-01' })
    expect(problemsOfValues(values, [], item, today)).toMatchObject([{ code: 'before_live' }])
    const correcting = { ...values, 'correction.revision': '12' }
    expect(problemsOfValues(correcting, [], item, today)).toEqual([])
  })
})

describe('languages that belong together', () => {
  test('Simplified that nobody touched is converted anew when its original changes', () => {
    const changed = filled({ 'note.zh-Hant': '雙方簽署協議。' })
    expect(withConversionLeft(changed, live)['note.zh-Hans']).toBe('')
    expect(withConversionLeft(filled(), live)).toEqual(filled())
    const byHand = { ...changed, 'note.zh-Hans': '双方签署了协议。' }
    expect(withConversionLeft(byHand, live)).toEqual(byHand)
  })

  test('a text left as it is beside Chinese that changed is asked about', () => {
    const changed = filled({ 'note.zh-Hant': '雙方簽署協議。', 'note.zh-Hans': '' })
    expect(leftBehind(changed, live)).toEqual([{ field: 'note.en', code: 'not_followed' }])
    expect(leftBehind({ ...changed, 'note.en': '' }, live)).toEqual([])
    expect(leftBehind({ ...changed, 'note.en': 'They signed.' }, live)).toEqual([])
    expect(leftBehind(filled(), live)).toEqual([])
    expect(leftBehind(filled({ 'note.en': 'The two sides met.' }), live)).toEqual([])
  })
})
