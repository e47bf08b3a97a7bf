import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './preferred-language'

describe('the language chosen for a browser', () => {
  it.each([
    ['zh-HK,zh;q=0.9,en-US;q=0.8,en;q=0.7', 'zh-Hant'],
    ['zh-HK,zh;q=0.9,en;q=0.8', 'zh-Hant'],
    ['zh-HK,en;q=0.5', 'zh-Hant'],
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh-HK;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.5', 'en'],
    ['en;q=0.3,zh-CN;q=0.9', 'zh-Hans'],
    ['en;q=0,zh-CN;q=0.1', 'zh-Hans'],
    ['ja,ko', 'zh-Hant'],
    ['*', 'zh-Hant'],
    ['', 'zh-Hant'],
    ['!!!,;q=,,-', 'zh-Hant'],
  ])('for "%s" is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })

  it('is Traditional where the browser says nothing', () => {
    expect(preferredLanguage(null)).toBe('zh-Hant')
  })
})
