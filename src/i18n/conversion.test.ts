import fc from 'fast-check'
import { expect, test } from 'vitest'
import projects from '~/prisma/seed/data/projects.json'
import { proposeTraditional, toSimplified } from './conversion'

const corpus = projects.flatMap(({ title, text }) => [title['zh-Hant'], text['zh-Hant']])
const characters = [...new Set(corpus.join(''))]
const chinese = fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 })

test.each([
  ['衞生', '卫生'],
  ['衛生', '卫生'],
  ['裏', '里'],
  ['時裝週', '时装周'],
  ['合作夥伴', '合作伙伴'],
  ['平臺', '平台'],
  ['平台', '平台'],
  ['滬港', '沪港'],
  ['數碼', '数码'],
  ['沿著', '沿着'],
  ['著陸', '着陆'],
  ['執著', '执着'],
  ['隨著經濟發展', '随着经济发展'],
  ['著重', '着重'],
  ['著名', '著名'],
  ['顯著', '显著'],
  ['名著重印', '名著重印'],
  ['編著', '编著'],
])('%s becomes %s', (traditional, simplified) => {
  expect(toSimplified(traditional)).toBe(simplified)
})

test('Latin letters, digits and punctuation stay as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(toSimplified(text)).toBe(text)
      expect(proposeTraditional(text)).toBe(text)
    }),
  )
})

test('what is Simplified already stays as it is', () => {
  for (const text of corpus) {
    const simplified = toSimplified(text)
    expect(toSimplified(simplified)).toBe(simplified)
  }
  fc.assert(
    fc.property(chinese, (text) => {
      const simplified = toSimplified(text)
      expect(toSimplified(simplified)).toBe(simplified)
    }),
  )
})

test('the way there and back is not the way home', () => {
  // One Simplified character for two Traditional ones: the proposal has to guess, and the printed word is lost.
  expect(proposeTraditional(toSimplified('上海時裝周'))).toBe('上海時裝週')
  expect(proposeTraditional(toSimplified('醫療衛生'))).toBe('醫療衞生')
  expect(proposeTraditional(toSimplified('交流平臺'))).toBe('交流平台')
  const changed = corpus.filter((text) => proposeTraditional(toSimplified(text)) !== text)
  expect(changed.length).toBeGreaterThan(0)
})
