import { describe, expect, test } from 'vitest'
import { textHash } from '@/features/register/texts/model/text'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import type { EditedText } from './edit'
import { settlePassage } from './passages'

const printed: TextEntry = {
  body: '雙方舉行會議。',
  origin: 'as_printed',
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
}
const converted: TextEntry = {
  ...printed,
  body: '双方举行会议。',
  origin: 'script_conversion',
  derivedFromHash: textHash(printed.body),
}
const before: LocalizedText = { 'zh-Hant': printed, 'zh-Hans': converted }
const typed = ({ body, origin, originDetail }: TextEntry, change: Partial<EditedText> = {}) => ({
  body,
  origin,
  originDetail,
  checked: false,
  ...change,
})

describe('a text that was made from another', () => {
  test('turns stale when its original changes and it does not', () => {
    const after = settlePassage(before, {
      'zh-Hant': typed(printed, { body: '雙方舉行了會議。' }),
      'zh-Hans': typed(converted),
    })
    expect(after['zh-Hans']?.derivedFromHash).toBe(textHash(printed.body))
  })

  test('remembers what it was made from when an officer calls it editorial, so that it can turn stale', () => {
    const after = settlePassage(before, {
      'zh-Hant': typed(printed, { body: '雙方舉行了會議。' }),
      'zh-Hans': typed(converted, { origin: 'editorial' }),
    })
    expect(after['zh-Hans']).toMatchObject({
      origin: 'editorial',
      derivedFromHash: textHash(printed.body),
    })
  })

  test('is up to date once it has been read against its original', () => {
    const after = settlePassage(before, {
      'zh-Hant': typed(printed, { body: '雙方舉行了會議。' }),
      'zh-Hans': typed(converted, { checked: true }),
    })
    expect(after['zh-Hans']).toMatchObject({
      origin: 'editorial',
      derivedFromHash: textHash('雙方舉行了會議。'),
    })
  })

  test('stands for itself once it is one that was printed', () => {
    const after = settlePassage(before, {
      'zh-Hant': typed(printed),
      'zh-Hans': typed(converted, { origin: 'as_printed' }),
    })
    expect(after['zh-Hans']?.derivedFromHash).toBeNull()
  })
})
