import { expect, test } from 'vitest'
import { languageOfName, runsBetween, runsOf, scriptOf } from './runs'

const told = (text: string, language: 'zh-Hant' | 'zh-Hans' | 'en') =>
  runsOf(text, language).map((run) => [run.language, run.text])

test('Chinese in an English text is told by its characters', () => {
  expect(told('Document 沪司行规〔2025〕4号, dated 30 May 2025.', 'en')).toEqual([
    ['en', 'Document '],
    ['zh-Hans', '沪司行规〔2025〕4号'],
    ['en', ', dated 30 May 2025.'],
  ])
  expect(told('“目標範圍” is a misprint', 'en')).toEqual([
    ['en', '“'],
    ['zh-Hant', '目標範圍'],
    ['en', '” is a misprint'],
  ])
  expect(told('《亚洲法律杂志》（ALB）', 'en')).toEqual([
    ['zh-Hans', '《亚洲法律杂志》'],
    ['en', '（ALB）'],
  ])
})

test('a Chinese text keeps names in Latin letters, and marks the other script and English sentences', () => {
  expect(told('與South China Morning Post的報道', 'zh-Hant')).toEqual([
    ['zh-Hant', '與'],
    ['en', 'South China Morning Post'],
    ['zh-Hant', '的報道'],
  ])
  expect(told('在InnoEX啟動，經Swap Connect', 'zh-Hant')).toHaveLength(1)
  expect(told('來自「浦东发布」', 'zh-Hant')).toEqual([
    ['zh-Hant', '來自「'],
    ['zh-Hans', '浦东发布'],
    ['zh-Hant', '」'],
  ])
  // A publisher's name in a sentence is told from the words that it stands against.
  expect(told('依据大公報报道', 'zh-Hans')).toEqual([
    ['zh-Hans', '依据'],
    ['zh-Hant', '大公報'],
    ['zh-Hans', '报道'],
  ])
  // What both scripts write, such as 周, 后 and 里, is neither's.
  expect(told('時裝周、太后、公里、户口', 'zh-Hant')).toHaveLength(1)
})

test('a script is told where only one writes the characters', () => {
  expect(scriptOf('大公報')).toBe('zh-Hant')
  expect(scriptOf('大公报')).toBe('zh-Hans')
  expect(scriptOf('体育')).toBe('zh-Hans')
  expect(scriptOf('香港')).toBeNull()
})

test('a name without Chinese is English on every page', () => {
  expect(languageOfName('China Daily', 'zh-Hant')).toBe('en')
  expect(languageOfName('大公報 Ta Kung Pao', 'zh-Hans')).toBe('zh-Hans')
  expect(languageOfName('大公報 Ta Kung Pao', 'en')).toBe('en')
})

test('a text is cut at any places without a word lost, each in the language it has in the whole', () => {
  const text = 'Document 沪司行规〔2025〕4号, dated “后”.'
  const runs = runsOf(text, 'en')
  const languages = runs.flatMap(({ language, text }) => Array(text.length).fill(language))
  for (let start = 0; start <= text.length; start += 1) {
    for (let end = start; end <= text.length; end += 1) {
      const cut = runsBetween(runs, start, end)
      expect(cut.map((run) => run.text).join('')).toBe(text.slice(start, end))
      expect(cut.flatMap((run) => Array(run.text.length).fill(run.language))).toEqual(
        languages.slice(start, end),
      )
    }
  }
})
