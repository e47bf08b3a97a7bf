import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '@/i18n/fold'
import projects from '~/prisma/seed/data/projects.json'
import { isAsking, isOfWords, isWordIn, piecesOf, splitInto } from './segments'

const none = new Set<string>()
const texts = projects.flatMap(({ text }) => [text['zh-Hant']])
const held = (pieces: ReturnType<typeof piecesOf>) =>
  new Set(
    pieces.flatMap(({ piece, isDoubtful }) =>
      texts.map(fold).some((text) => (isDoubtful ? isWordIn(piece, text) : text.includes(piece)))
        ? [piece]
        : [],
    ),
  )
const split = (typed: string, terms = none) => {
  const known = held(piecesOf(fold(typed), terms))
  const { words, unknown } = splitInto({ typed }, new Set([...known, ...terms]), terms)
  return { words: words.map((word) => word.typed), unknown }
}

describe('a stretch of Chinese', () => {
  test.each([
    ['綠色金融研發', ['綠色金融', '研發']],
    ['公務員的交流', ['公務員', '交流']],
    ['金融市埸', ['金融']],
    ['對接會論壇', ['對接會', '論壇']],
  ])('%s is split into words of the register, as they were typed', (typed, words) => {
    expect(split(typed).words).toEqual(words)
  })

  test('a term that no text has is a word, and the longer term is taken', () => {
    expect(split('醫管局金融', new Set(['医管局'])).words).toEqual(['醫管局', '金融'])
    const terms = new Set(['备忘录', '谅解备忘录'])
    expect(split('金融諒解備忘錄', terms).words).toEqual(['金融', '諒解備忘錄'])
  })

  test('what only asks is no word, in either script', () => {
    expect(split('金融合作簽了甚麼').unknown).toEqual([])
    expect(
      ['甚麼', '什么', '簽署', '的', 'who', 'signed'].map((one) => isAsking(fold(one))),
    ).toEqual(Array(6).fill(true))
  })
})

test('a fragment is no word', () => {
  expect(isOfWords('金融市场')).toBe(true)
  expect(['金融市', '港金融', '沪港融'].some(isOfWords)).toBe(false)
  expect(isWordIn('金融市', '推动金融市场互联互通')).toBe(false)
  expect(isWordIn('对接会', '夥伴交流对接会\n金融')).toBe(true)
})

test('nothing of what was typed is lost or twice there', () => {
  const characters = [...new Set(texts.join(''))]
  const stretch = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(stretch, (typed) => {
      const known = new Set(piecesOf(fold(typed), none).map(({ piece }) => piece))
      const { words, unknown } = splitInto({ typed }, known, none)
      const signs = [...words.map((word) => word.typed), ...unknown].join('')
      for (const sign of signs) expect(typed).toContain(sign)
      expect(signs.length).toBeLessThanOrEqual(typed.length)
    }),
  )
})
