import { expect, test } from 'vitest'
import { languages, languageTags } from '@/i18n/language'
import { openSearchIn } from './open-search'

const element = (xml: string, name: string) =>
  new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

test.each(languages)(
  'a browser is told where to search, within what OpenSearch 1.1 allows, %s',
  (language) => {
    const xml = openSearchIn(language)
    // The lengths are the specification's.
    expect([...element(xml, 'ShortName')].length).toBeLessThanOrEqual(16)
    expect([...element(xml, 'ShortName')].length).toBeGreaterThan(0)
    expect([...element(xml, 'LongName')].length).toBeLessThanOrEqual(48)
    expect([...element(xml, 'Description')].length).toBeLessThanOrEqual(1024)
    expect(element(xml, 'Language')).toBe(languageTags[language])
    const template = /type="text\/html"[^>]* template="([^"]*)"/.exec(xml)?.[1]
    const prefix = { 'zh-Hant': 'tc', 'zh-Hans': 'sc', en: 'en' }[language]
    expect(template).toMatch(new RegExp(`^http://[^/]+/${prefix}/search\\?q=\\{searchTerms\\}$`))
  },
)
