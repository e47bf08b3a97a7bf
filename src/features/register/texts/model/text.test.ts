import { expect, test } from 'vitest'
import type { Evidenced, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import { changeBehind, passageIn, passagesIn, textHash, textStateOf } from './text'

const entry = (
  body: string,
  origin: TextEntry['origin'],
  from: string | null = null,
  reviewedAt: string | null = null,
): TextEntry => ({
  body,
  origin,
  originDetail: null,
  derivedFromHash: from === null ? null : textHash(from),
  reviewedAt,
})
const printed = entry('原文', 'as_printed')

test.each([
  ['original', { 'zh-Hant': printed }, 'zh-Hant'],
  ['missing', { 'zh-Hant': printed }, 'en'],
  [
    'conversion',
    { 'zh-Hant': printed, 'zh-Hans': entry('原文', 'script_conversion', '原文') },
    'zh-Hans',
  ],
  ['accepted', { 'zh-Hant': printed, 'zh-Hans': entry('原文', 'editorial', '原文') }, 'zh-Hans'],
  ['unreviewed', { 'zh-Hant': printed, en: entry('Text', 'unofficial_translation', '原文') }, 'en'],
  [
    'reviewed',
    { 'zh-Hant': printed, en: entry('Text', 'unofficial_translation', '原文', '2026-01-01') },
    'en',
  ],
  [
    'stale',
    { 'zh-Hant': printed, en: entry('Text', 'unofficial_translation', '舊文', '2026-01-01') },
    'en',
  ],
  ['stale', { 'zh-Hant': printed, 'zh-Hans': entry('旧文', 'editorial', '舊文') }, 'zh-Hans'],
  ['official', { 'zh-Hant': printed, en: entry('Text', 'official') }, 'en'],
  ['editorial', { 'zh-Hant': entry('題', 'editorial'), en: entry('Title', 'editorial') }, 'en'],
] as const)('a text stands as %s', (state, text, language) => {
  expect(textStateOf(text as LocalizedText, language)).toBe(state)
})

const snapshot = (texts: Evidenced['texts'], noted?: LocalizedText): ProposedSnapshot => ({
  texts,
  citations: [],
  statement: noted ? { texts: { note: noted } } : null,
})

test('passages are named by part, those of the live statement too, as a reader meets them', () => {
  const whole = snapshot({ note: { en: printed }, title: { en: printed } }, { en: printed })
  expect(passagesIn(whole).map(([name]) => name)).toEqual(['title', 'note', 'statement.note'])
  expect(passageIn(whole, 'statement.note')).toEqual({ en: printed })
  expect(passageIn(whole, 'statement.reason')).toBeNull()
  expect(passagesIn({ texts: { title: {} }, citations: [] })).toEqual([])
})

test('the change behind a stale text is the last revision that found its original as it was made from', () => {
  const english = entry('Text', 'unofficial_translation', '一')
  const state = (body: string) =>
    snapshot({ text: { 'zh-Hant': entry(body, 'as_printed'), en: english } })
  const history = ['一', '一', '二', '一', '三', '四'].map((body, index, all) => ({
    revision: index + 1,
    before: index === 0 ? null : state(all[index - 1] ?? ''),
    after: state(body),
  }))
  const now = state('四').texts.text ?? {}
  expect(changeBehind(history, 'text', 'en', now)).toMatchObject({
    entry: { revision: 5 },
    original: 'zh-Hant',
    was: '一',
    is: '四',
  })
  // Neither where it is not stale, nor where the log never had the original.
  expect(changeBehind(history, 'text', 'en', state('一').texts.text ?? {})).toBeNull()
  expect(changeBehind(history.slice(4), 'text', 'zh-Hant', now)).toBeNull()
  expect(changeBehind([], 'text', 'en', now)).toBeNull()
})
