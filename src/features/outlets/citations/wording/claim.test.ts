import { describe, expect, test } from 'vitest'
import type { City } from '@/features/register/cities/model'
import type {
  LoggedConfirmation,
  LoggedStatement,
} from '@/features/register/subjects/model/snapshot'
import type { Language } from '@/i18n/language'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import type { Cited } from '../model/cited'
import { claim } from './claim'
import { newsSentence } from './news'

const entry = (body: string, origin: TextEntry['origin'] = 'as_printed'): TextEntry => ({
  body,
  origin,
  originDetail: null,
  derivedFromHash: origin === 'as_printed' || origin === 'editorial' ? null : 'hash',
  reviewedAt: null,
})
const city = (code: string, hant: string, hans: string, en: string): City => ({
  code,
  name: { 'zh-Hant': entry(hant), 'zh-Hans': entry(hans), en: entry(en) },
  shortName: { 'zh-Hant': hant, 'zh-Hans': hans, en },
  script: 'zh-Hant',
})
const sides = [city('HK', '香港', '香港', 'Hong Kong'), city('SH', '上海', '上海', 'Shanghai')]
const titles: Record<Language, string> = {
  'zh-Hant': '金融市場互聯互通',
  'zh-Hans': '金融市场互联互通',
  en: 'Connectivity of financial markets',
}
const title: LocalizedText = {
  'zh-Hant': entry(titles['zh-Hant']),
  'zh-Hans': entry(titles['zh-Hans'], 'script_conversion'),
  en: entry(titles.en, 'unofficial_translation'),
}

type Case = {
  by?: string
  publishers?: string[]
  said?: Record<string, 'confirms' | 'differs'>
  facts?: Partial<Cited['record']['snapshot']>
  kind?: Cited['kind']
}

/** A revision whose statement is by `by`, rests on a report of each of `publishers`, and of which the sides said so. */
function cited({
  by = 'editor',
  publishers = [],
  said = {},
  facts,
  kind = 'project',
}: Case): Cited {
  const slugs = publishers.map((_, nth) => `source-${nth}`)
  const confirmations = Object.fromEntries(
    Object.entries(said).map(([side, stance]) => {
      const word: LoggedConfirmation = {
        stance,
        at: '2026-02-01T00:00:00Z',
        texts: {},
        citations: [],
      }
      return [side, word]
    }),
  )
  const statement: LoggedStatement = {
    asOf: '2025-06-18',
    assertedBy: by,
    texts: {},
    citations: slugs.map((source) => ({ source, quote: null, locator: null })),
    confirmations,
  }
  return {
    kind,
    sides,
    publishers: Object.fromEntries(
      slugs.map((slug, nth) => [
        slug,
        { publisher: publishers[nth] ?? '', publisherNames: {}, language: 'en' },
      ]),
    ),
    record: {
      latest: 2,
      snapshot: { state: 'in_progress', statement, texts: { title }, citations: [], ...facts },
      revision: {
        number: 9,
        kind,
        reference: '6-4.2',
        revision: 2,
        action: 'status_published',
        recordedAt: '2026-11-30T16:30:00.000Z',
        title,
        actor: { role: 'register', side: null, city: null },
        approver: null,
        citations: [],
        corrects: null,
        correctsRevision: null,
        correctsWording: false,
        correctedByRevisions: [],
        correctionReason: null,
        changes: [],
      },
    },
  }
}

const two = ['China Daily Hong Kong', 'Invest Shanghai']
const named = {
  'zh-Hant': '「金融市場互聯互通」（6-4.2）',
  'zh-Hans': '“金融市场互联互通”（6-4.2）',
  en: '“Connectivity of financial markets” (6-4.2)',
}
const stated = {
  'zh-Hant': `${named['zh-Hant']}截至2025年6月18日的狀況為「進行中」`,
  'zh-Hans': `${named['zh-Hans']}截至2025年6月18日的状态为“进行中”`,
  en: `${named.en} is recorded as in progress as of 18 June 2025`,
}

/** What follows the state, in each language. */
const cases: [string, Case, Record<Language, string>][] = [
  [
    'reports of two, nobody has confirmed',
    { publishers: two },
    {
      'zh-Hant': '，根據China Daily Hong Kong及Invest Shanghai的報道；兩地均尚未確認',
      'zh-Hans': '，依据China Daily Hong Kong和Invest Shanghai的报道；两地均尚未确认',
      en: ', on reports by China Daily Hong Kong and Invest Shanghai; neither city has confirmed',
    },
  ],
  [
    'one report, one has confirmed',
    { by: 'press', publishers: ['星島日報'], said: { HK: 'confirms' } },
    {
      'zh-Hant': '，根據星島日報的報道；香港已確認，上海尚未確認',
      'zh-Hans': '，依据星島日報的报道；香港已确认，上海尚未确认',
      en: ', on a report by 星島日報; Hong Kong has confirmed it; Shanghai has not confirmed it',
    },
  ],
  [
    'two reports of one publisher, both have confirmed',
    { publishers: ['Xinhua', 'Xinhua'], said: { HK: 'confirms', SH: 'confirms' } },
    {
      'zh-Hant': '，根據Xinhua的報道；兩地均已確認',
      'zh-Hans': '，依据Xinhua的报道；两地均已确认',
      en: ', on reports by Xinhua; both cities have confirmed it',
    },
  ],
  [
    'reports of many, one sees it differently',
    { publishers: ['A', 'B', 'C', 'D'], said: { SH: 'differs' } },
    {
      'zh-Hant': '，根據A、B等4個機構的報道；香港尚未確認，上海有不同意見',
      'zh-Hans': '，依据A、B等4家机构的报道；香港尚未确认，上海有不同意见',
      en: ', on reports by A, B and others (4 in all); Hong Kong has not confirmed it; Shanghai has published a different view',
    },
  ],
  [
    'a side’s own statement alone',
    { by: 'hk_side' },
    {
      'zh-Hant': '，根據香港方面的說明；上海尚未確認',
      'zh-Hans': '，依据香港方面的说明；上海尚未确认',
      en: ', on the Hong Kong side’s own statement; Shanghai has not confirmed it',
    },
  ],
  [
    'a side’s own statement with its source, confirmed by the other',
    { by: 'sh_side', publishers: ['Invest Shanghai'], said: { HK: 'confirms' } },
    {
      'zh-Hant': '，根據上海方面引述Invest Shanghai的說明；香港已確認',
      'zh-Hans': '，依据上海方面引用Invest Shanghai的说明；香港已确认',
      en: ', on the Shanghai side’s own statement, which cites Invest Shanghai; Hong Kong has confirmed it',
    },
  ],
  [
    'both sides’ statement',
    { by: 'both_sides' },
    {
      'zh-Hant': '，根據兩地雙方的說明',
      'zh-Hans': '，依据两地双方的说明',
      en: ', on a statement of both cities',
    },
  ],
  [
    'both sides’ statement with its source, of which one now has another view',
    { by: 'both_sides', publishers: two, said: { HK: 'differs' } },
    {
      'zh-Hant': '，根據兩地雙方引述China Daily Hong Kong及Invest Shanghai的說明；香港有不同意見',
      'zh-Hans': '，依据两地双方引用China Daily Hong Kong和Invest Shanghai的说明；香港有不同意见',
      en: ', on a statement of both cities, which cites China Daily Hong Kong and Invest Shanghai; Hong Kong has published a different view',
    },
  ],
  [
    'both sides see it differently',
    { publishers: two, said: { HK: 'differs', SH: 'differs' } },
    {
      'zh-Hant': '，根據China Daily Hong Kong及Invest Shanghai的報道；兩地均有不同意見',
      'zh-Hans': '，依据China Daily Hong Kong和Invest Shanghai的报道；两地均有不同意见',
      en: ', on reports by China Daily Hong Kong and Invest Shanghai; both cities have published different views',
    },
  ],
]

describe.each(['zh-Hant', 'zh-Hans', 'en'] as const)('%s', (language) => {
  const said = (one: Case) => claim(cited(one), titles[language], language)

  test.each(cases)('%s', (_, one, expected) => {
    expect(said(one)).toBe(`${stated[language]}${expected[language]}`)
  })

  test('where the sources are silent it says so, and reports no standstill', () => {
    const silent = {
      'zh-Hant': `現有來源均未報道${named['zh-Hant']}在會議公布後有任何進展`,
      'zh-Hans': `现有来源均未报道${named['zh-Hans']}在会议公布后有任何进展`,
      en: `no source that it has found reports a step on ${named.en} after the session that announced it`,
    }
    const facts = { state: 'not_reported' } as const
    expect(said({ facts: { ...facts, statement: null } })).toBe(silent[language])
    expect(said({ facts })).toBe(silent[language])
    expect(said({ facts, said: { SH: 'differs' } })).not.toBe(silent[language])
  })

  test('a document is cited as signed, on its day; a title that the editors made is called so', () => {
    const facts = {
      state: 'signed' as const,
      signedOn: '2024-04-26',
      texts: { title: { 'zh-Hant': entry('備忘錄', 'editorial') } },
    }
    expect(
      claim(cited({ facts, publishers: ['Ming Pao'], kind: 'document' }), '備忘錄', language),
    ).toBe(
      {
        'zh-Hant':
          '「備忘錄」（描述性名稱，6-4.2）已於2024年4月26日簽署，根據Ming Pao的報道；兩地均尚未確認',
        'zh-Hans':
          '“備忘錄”（描述性名称，6-4.2）已于2024年4月26日签署，依据Ming Pao的报道；两地均尚未确认',
        en: '“備忘錄” (descriptive title, 6-4.2) is recorded as signed on 26 April 2024, on a report by Ming Pao; neither city has confirmed',
      }[language],
    )
  })

  test('quotation within quotation has the inner marks of the language', () => {
    const nested = { 'zh-Hant': '「香港『周』」', 'zh-Hans': '“香港‘周’”', en: '“香港‘周’”' }
    const written = language === 'zh-Hant' ? '香港「周」' : '香港“周”'
    expect(claim(cited({}), written, language)).toContain(nested[language])
  })

  test('the sentence names register, revision, day and the permanent address', () => {
    const sentence = newsSentence(cited({ publishers: two }), language)
    expect(sentence).toContain(said({ publishers: two }))
    expect(sentence).toMatch(
      /(revision 2, 1 December 2026\)\. |第2次修[订訂]，2026年12月1日）。)http/,
    )
    expect(sentence).toMatch(/\/(tc|sc|en)\/projects\/6-4\.2\/revisions\/2$/)
  })
})
