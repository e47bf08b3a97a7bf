import { expect, test } from 'vitest'
import { translatorIn } from '@/i18n/translator'
import { passage } from '~/tests/support/desk/sample-report'
import { hongKong } from '~/tests/support/register/cities'
import { actorName, placeName, sideName } from './place'
import { runsOfWords, valueWords } from './value'

const voice = {
  language: 'en',
  t: translatorIn('en'),
  names: {
    '6': passage('第六次會議', 'Sixth Session'),
    '6-4': passage('金融', 'Finance'),
    'doj-hk': passage('律政司', 'Department of Justice'),
    HK: passage('香港', 'Hong Kong'),
    SH: passage('上海', 'Shanghai'),
    '7-1': passage('教育'),
  },
  sources: {
    'a-source': {
      publisher: '例報',
      publishedOn: '2025-06-26',
      title: '兩地簽署文件',
      language: 'zh-Hant',
    },
  },
} as const
const runs = (place: string, value: unknown) =>
  runsOfWords(valueWords(place, value, voice), '; ', voice)
const told = (place: string, value: unknown) =>
  runs(place, value)
    .map(({ text }) => text)
    .join('')

test.each([
  ['state', 'in_progress', 'In progress'],
  ['statement_assertedBy', 'both_sides', 'Both sides'],
  ['statement_confirmations_SH_stance', 'differs', 'holds a different view'],
  ['kind', 'memorandum', 'Memorandum'],
  ['kind', 'news', 'news report'],
  ['language', 'zh-Hans', 'Simplified'],
  ['side', 'HK', 'Hong Kong side'],
  ['itemised', true, 'yes'],
  ['number', 4, '4'],
  ['signedOn', '2024-04-26', '26 April 2024'],
  ['statement_confirmations_SH_at', '2026-10-31T16:30:00.000Z', '1 November 2026, 00:30'],
  ['signedOn', null, '(nothing)'],
  ['fields', [], '(nothing)'],
] as const)('%s: %o is told as %s', (place, value, words) => {
  expect(told(place, value)).toBe(words)
})

test('what a place does not know is told as it is', () => {
  for (const word of ['constructor', '__proto__', 'toString']) {
    expect(told('anything', word)).toBe(word)
    expect(told('field', word)).toBe(word)
  }
  expect(told('state', 'unheard_of')).toBe('unheard_of')
  expect(told('kind', 'treaty')).toBe('treaty')
  expect(told('side', 'XX')).toBe('XX side')
})

test('a subject is told by its name, and by its reference where it has one', () => {
  expect(told('field', '6-4')).toBe('6-4 Finance')
  expect(told('fields', ['6-4', '6-5'])).toBe('6-4 Finance; 6-5')
  expect(told('conference', '6')).toBe('6 Sixth Session')
  expect(told('number', 6)).toBe('6')
  expect(told('signatories', ['doj-hk'])).toBe('Department of Justice')
})

test('an entry is told in the order in which it is read, whatever order its keys are in', () => {
  const citation = { quote: '6-4', locator: null, source: 'a-source' }
  expect(told('citations', [citation])).toBe('例報 · 26 June 2025 · 兩地簽署文件 · 6-4')
  const parties = [
    { role: 'party', organisation: 'doj-hk' },
    { role: 'witness', organisation: 'doj-hk' },
  ]
  expect(told('parties', parties)).toBe('Department of Justice; Department of Justice · witness')
  expect(told('chairs', [{ person: 'someone', side: 'SH' }])).toBe('Shanghai side · someone')
})

test('words of a source, and a name held in another language only, are told with their language', () => {
  const citation = { quote: '簽署', locator: '第二段', source: 'a-source' }
  const foreign = [...runs('citations', [citation]), ...runs('fields', ['7-1'])].filter(
    ({ language }) => language !== 'en',
  )
  expect(foreign.map(({ text }) => text)).toEqual([
    '例報',
    '兩地簽署文件',
    '簽署',
    '第二段',
    '7-1 教育',
  ])
})

test('a date is told as far as it is known, and a reference that looks like a month is none', () => {
  expect(told('date', '2025-09')).toBe('September 2025')
  expect(told('date', '2025-09-18')).toBe('18 September 2025')
  expect(told('also', '2025-09')).toBe('2025-09')
})

test('a passage is told by its words', () => {
  expect(told('texts_title', passage('金庫')['zh-Hant'])).toBe('金庫')
})

test('a place, a side and who acted are told by name', () => {
  expect(placeName({ key: 'texts_title', language: 'en' }, voice)).toBe('Title (English)')
  expect(placeName({ key: 'unheard_of', language: null }, voice)).toBe('unheard_of')
  expect(sideName('nowhere', voice)).toBeNull()
  expect(actorName({ role: 'editor', side: 'HK', city: hongKong }, voice)).toBe(
    'an editor (Hong Kong side)',
  )
  expect(actorName({ role: 'register', side: null, city: null }, voice)).toBe('the editors')
})
