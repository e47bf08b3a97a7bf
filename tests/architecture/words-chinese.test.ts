import { describe, expect, it } from 'vitest'
import { type ChineseLanguage, chineseTexts, textsOf } from './chinese-texts'
import { bannedWords, faultsOf, type Rule } from './words-chinese'

// One notion has one word, in the usage of the place: docs/glossary.md, and the table of words not to use.

const languages = ['zh-Hant', 'zh-Hans'] as const

for (const language of languages) {
  it(`messages and guide keep to the words and marks of ${language}`, () => {
    const texts = chineseTexts(language)
    expect(texts.length).toBeGreaterThan(2_000)
    const faults = texts.flatMap(({ where, text }) =>
      faultsOf(text, language).map((fault) => `${where}: ${fault}`),
    )
    expect(faults).toEqual([])
  })

  it(`each word that is not to be used in ${language} is found, and what is to be used is let through`, () => {
    for (const { not, use } of bannedWords[language]) {
      expect(faultsOf(`列出${not}。`, language), not).not.toEqual([])
      expect(faultsOf(`列出${use}。`, language), use).toEqual([])
    }
  })
}

describe.each<[Rule, ChineseLanguage, string[], string[]]>([
  [
    'marks',
    'zh-Hant',
    [
      '項目,文件',
      '狀況: 已簽署',
      '（見下)',
      '是否列明?',
      '文件(已簽署)',
      '已簽署.',
      '等待...',
      'PDF (文件)',
    ],
    [
      '項目，文件',
      '10:30',
      'WCAG 2.2 的要求',
      '10,000行',
      '加 ?theme=dark 為深色',
      'page.next 的網址',
    ],
  ],
  [
    'marks',
    'zh-Hans',
    ['项目;文件', '注意!', '状态:已签署'],
    ['项目；文件', 'at=2026-12-31；', '.xlsx 文件'],
  ],
  [
    'quotation',
    'zh-Hant',
    ['“項目”', '‘項目’', '"項目"', '『項目』', '「「項目」」', '「項目', '項目」', '「『項目」』'],
    ['「項目」', '「開啟『十四五』」', "前面加「'」"],
  ],
  [
    'quotation',
    'zh-Hans',
    ['「项目」', '‘项目’', '"项目"', '““项目””', '“项目', '项目”', '“‘项目”’'],
    ['“项目”', '“开启‘十四五’”'],
  ],
  [
    'spacing',
    'zh-Hant',
    [
      '{count} 份文件',
      '公布 {count}份',
      '{count, plural, other {尚餘 #個}}',
      '{total, number} 項',
      '24 小時',
      '第 {number} 次',
    ],
    [
      '公布{count}份',
      '文件 {reference} 的名稱',
      'WCAG 2.2 的要求',
      'RFC 9457 回應',
      '{label} {count}項',
    ],
  ],
  [
    'spacing',
    'zh-Hans',
    ['{count} 个领域', '最多 500 字'],
    ['共{total}条', 'Node 20 或更新的版本'],
  ],
])('%s of %s', (rule, language, wrong, right) => {
  const broken = (message: string) =>
    textsOf(message).flatMap((text) => faultsOf(text, language, [rule]))
  it.each(wrong)('refuses %s', (message) => expect(broken(message)).not.toEqual([]))
  it.each(right)('lets %s through', (message) => expect(broken(message)).toEqual([]))
})

it('what is typed, quoted from an original or written as code is left as it is', () => {
  const told = textsOf('可輸入<typed>「数码经济」, 您</typed>；見<original>字體</original>。')
  expect(told.flatMap((text) => faultsOf(text, 'zh-Hant'))).toEqual([])
})
