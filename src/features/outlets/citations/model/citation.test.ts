import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apa, bibtex, type Citable, cslJson, gbt7714 } from './citation'

// Another's program reads what is written here: Citation.js, with the styles' own APA.

const cited: Citable = {
  register: 'Hong Kong–Shanghai Co-operation Tracker',
  title: 'Connectivity of financial markets',
  titleLanguage: 'en',
  titleNote: null,
  reference: '6-4.2',
  revision: 3,
  // The 24th in Hong Kong, the 23rd in London.
  recordedAt: '2026-11-23T16:30:00.000Z',
  address: 'https://register.example.org/en/projects/6-4.2/revisions/3',
  readOn: '2026-12-01T00:00:00.000Z',
}

const evidence = '“Markets” (6-4.2) is recorded as in progress'
const readBack = (text: string) => new Cite(text).data[0] ?? {}

describe('BibTeX', () => {
  test('is read back as what was cited', () => {
    expect(readBack(bibtex(cited, evidence))).toMatchObject({
      author: [{ family: cited.register }],
      title: cited.title,
      URL: cited.address,
      issued: { 'date-parts': [[2026, 11]] },
      accessed: { 'date-parts': [[2026, 12, 1]] },
      note: `6-4.2, revision 3, 2026-11-24. ${evidence}.`,
    })
  })

  test('keeps signs that mean something to LaTeX', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'\\{}~^&%$#_"a滬 '.split('')),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(signs, (title) => {
        const words = `x${title}x`.replace(/\s+/g, ' ')
        const entry = bibtex({ ...cited, title: words }, evidence)
        const back = String(readBack(entry).title)
        // Citation.js shows some signs as markup; as words they are the same.
        const plain = back.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
        expect(plain).toBe(words)
      }),
    )
  })
})

test('CSL-JSON is what reference managers read, by the day in Hong Kong', () => {
  expect(readBack(cslJson(cited, evidence))).toMatchObject({
    type: 'webpage',
    title: cited.title,
    URL: cited.address,
    version: '3',
    note: `${evidence}.`,
    issued: { 'date-parts': [[2026, 11, 24]] },
    accessed: { 'date-parts': [[2026, 12, 1]] },
  })
})

test('APA begins, dates and ends as the style’s own program writes it', () => {
  const [whole] = String(
    new Cite(cslJson(cited, evidence)).format('bibliography', { template: 'apa', lang: 'en-US' }),
  ).split('\n')
  const [head, address] = [`${cited.register}. (2026, November 24). `, ` ${cited.address}`]
  expect(whole?.startsWith(head)).toBe(true)
  expect(whole?.endsWith(address)).toBe(true)
  expect(apa(cited)).toBe(`${head}${cited.title} [6-4.2, revision 3].${address}`)
})

test('GB/T 7714 gives the day of the revision, then the day of reading', () => {
  expect(gbt7714({ ...cited, register: '沪港合作追踪', title: '金融市场互联互通' })).toBe(
    `沪港合作追踪. 金融市场互联互通：6-4.2，第3次修订[DB/OL]. (2026-11-24)[2026-12-01]. ${cited.address}.`,
  )
})
