import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import { textHash, textStates } from '@/features/register/texts/model/text'
import { languages } from '@/i18n/language'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import {
  acceptedTexts,
  editedTexts,
  originsBeside,
  proposalOf,
  readNamedText,
  type TextFilter,
  textFilter,
  writeNamedText,
} from './input'

const original = '推動滬港合作'
const entry = (body: string, change: Partial<TextEntry> = {}): TextEntry => ({
  body,
  origin: 'editorial',
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
  ...change,
})
const derived = { derivedFromHash: textHash(original) }
const passage: LocalizedText = {
  'zh-Hant': entry(original, { origin: 'as_printed' }),
  'zh-Hans': entry('推动沪港合作', { origin: 'script_conversion', ...derived }),
  en: entry('Promote co-operation', { origin: 'unofficial_translation', ...derived }),
}
const seen = new Map([['text', passage]])

describe('the filter of the board', () => {
  const reference = fc.constantFrom('6', '6-4', '5-d01')
  const filter = fc.record(
    {
      q: fc.constantFrom('滬港', 'co-operation', '6-4.2'),
      language: fc.constantFrom(...languages),
      state: fc.constantFrom(...textStates),
      kind: fc.constantFrom(...editableKinds),
      field: reference,
      conference: reference,
      mine: fc.constant('yes' as const),
      page: fc.integer({ min: 2, max: 9999 }),
      pick: fc.constant('all' as const),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<TextFilter>

  test('is read as it is written', () => {
    fc.assert(
      fc.property(
        filter,
        (one) => void expect(textFilter.read(textFilter.write(one))).toEqual(one),
      ),
    )
  })

  test('drops what is no value of it, and keeps the rest', () => {
    expect(
      textFilter.read({
        state: 'faded',
        kind: 'officer',
        language: 'fr',
        field: '../6',
        mine: 'no',
        page: '1',
        pick: '',
        q: ['滬港', 'x'],
        other: 'x',
      }),
    ).toEqual({ q: '滬港' })
  })
})

test('a text named by a checkbox is read as it is written; anything else is none', () => {
  const named = fc.record({
    kind: fc.constantFrom(...editableKinds),
    reference: fc.constantFrom('6-4.2', 'doj-hk', '2024-04-27-1'),
    version: fc.integer({ min: 1, max: 99 }),
    name: fc.constantFrom('title', 'statement.note'),
    language: fc.constantFrom(...languages),
  })
  fc.assert(
    fc.property(named, (one) => void expect(readNamedText(writeNamedText(one))).toEqual(one)),
  )
  for (const bad of [
    '',
    'project 6-4.2 title',
    'officer x 1 title en',
    'project 6-4.2 0 title en',
  ]) {
    expect(readNamedText(bad)).toBeNull()
  }
})

describe('what the form of a subject’s texts has changed', () => {
  const posted = Object.fromEntries(
    languages.map((language) => [`body.text.${language}`, passage[language]?.body ?? '']),
  )

  test('is nothing when it is sent back as it came, whatever the line ends', () => {
    expect(editedTexts(seen, posted)).toEqual({})
    const lines = new Map([['text', { 'zh-Hant': entry('一\n二') }]])
    expect(editedTexts(lines, { 'body.text.zh-Hant': '一\r\n二\r\n' })).toEqual({})
  })

  test('is the one text that was rewritten, with the origin that it had', () => {
    expect(editedTexts(seen, { ...posted, 'body.text.en': ' Further co-operation ' })).toEqual({
      text: {
        en: {
          body: 'Further co-operation',
          origin: 'unofficial_translation',
          originDetail: null,
          checked: false,
        },
      },
    })
  })

  test('is the text that was marked as read', () => {
    expect(editedTexts(seen, { ...posted, 'checked.text.zh-Hans': 'on' })).toMatchObject({
      text: { 'zh-Hans': { origin: 'script_conversion', checked: true } },
    })
  })

  test('a text that was converted again is a conversion, though a person had accepted the last', () => {
    const accepted = new Map([
      ['text', { ...passage, 'zh-Hans': entry('推进沪港合作', { ...derived }) }],
    ])
    const again = { ...posted, 'body.text.zh-Hant': '深化滬港合作' }
    const changed = editedTexts(accepted, { ...again, 'body.text.zh-Hans': '深化沪港合作' })
    expect(changed.text?.['zh-Hans']).toMatchObject({ origin: 'script_conversion', checked: false })
    const byHand = editedTexts(accepted, { ...again, 'body.text.zh-Hans': '加深沪港合作' })
    expect(byHand.text?.['zh-Hans']).toMatchObject({ origin: 'editorial' })
  })

  test('a text that is added has the origin that was chosen for it', () => {
    const lacking = new Map([['title', { 'zh-Hant': entry('標題') }]])
    const values = { 'body.title.en': 'A title', 'origin.title.en': 'official' }
    expect(editedTexts(lacking, values)).toMatchObject({ title: { en: { origin: 'official' } } })
  })

  test('a mark on a text that is not there is none', () => {
    const lacking = new Map([['title', { 'zh-Hant': entry('標題') }]])
    expect(editedTexts(lacking, { 'checked.title.en': 'on' })).toEqual({})
  })
})

test('only conversions that follow their original are accepted unread of anything else', () => {
  const stale = { ...passage, 'zh-Hant': entry('深化滬港合作', { origin: 'as_printed' }) }
  const named = languages.map((language) => ({ name: 'text', language }))
  expect(Object.keys(acceptedTexts(seen, named).text ?? {})).toEqual(['zh-Hans'])
  expect(acceptedTexts(new Map([['text', stale]]), named)).toEqual({})
  expect(acceptedTexts(new Map(), named)).toEqual({})
})

test('OpenCC proposes Simplified from Traditional, and Traditional only for an original in Simplified', () => {
  expect(proposalOf(passage, 'zh-Hans')).toBe('propose')
  expect(proposalOf(passage, 'zh-Hant')).toBeNull()
  expect(proposalOf(passage, 'en')).toBeNull()
  const stale = { ...passage, 'zh-Hant': entry('深化滬港合作', { origin: 'as_printed' }) }
  expect(proposalOf(stale, 'zh-Hans')).toBe('convertAgain')
  // Converted again it would come out the same.
  const variant = { ...passage, 'zh-Hant': entry('推動滬港合作 ', { origin: 'as_printed' }) }
  const same = { ...variant, 'zh-Hans': { ...passage['zh-Hans'], body: '推动沪港合作 ' } }
  expect(proposalOf(same as LocalizedText, 'zh-Hans')).toBe('propose')
  const mainland = { 'zh-Hans': entry('合作备忘录', { origin: 'as_printed' }) }
  expect(proposalOf(mainland, 'zh-Hant')).toBe('propose')
  expect(proposalOf(mainland, 'zh-Hans')).toBeNull()
})

test('what stands beside an original is made from it, or official', () => {
  expect(originsBeside('zh-Hant', 'zh-Hans')[0]).toBe('script_conversion')
  expect(originsBeside('zh-Hant', 'en')[0]).toBe('unofficial_translation')
  expect(originsBeside('en', 'zh-Hans')[0]).toBe('unofficial_translation')
  expect(originsBeside(null, 'en')[0]).toBe('editorial')
})
