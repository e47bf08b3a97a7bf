import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messagesIn } from '@/i18n/messages'
import { WordDifference } from './word-difference'

type Props = Parameters<typeof WordDifference>[0]

const drawn = (props: Props) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesIn('en')} timeZone="Asia/Hong_Kong">
      <WordDifference {...props} />
    </NextIntlClientProvider>,
  )
const draw = (only?: 'before' | 'after') =>
  drawn({
    before: '深化合作',
    after: '深化交流',
    language: 'zh-Hant',
    ...(only ? { only } : {}),
  })
const words = (html: string) => html.replace(/<[^>]+>/g, '')

test('what was removed and added is told in words of the page, the text in its own language', () => {
  const html = draw()
  expect(words(html)).toBe('深化 (removed: 合作)  (added: 交流) ')
  expect(html).toMatch(/^<span class="word-difference" lang="zh-Hant-HK">深化<del>/)
  expect(html).toContain('<ins><span class="visually-hidden" lang="en-HK">')
})

test('one text alone has only what is its own marked', () => {
  expect(words(draw('before'))).toBe('深化 (removed: 合作) ')
  expect(words(draw('after'))).toBe('深化 (added: 交流) ')
})

test('Chinese in an English text has its language, on both sides and in what is the same', () => {
  const before = 'Signed as 《合作协议》 in 上海市经济和信息化委员会'
  const after = 'Signed as 《合作備忘錄》 in 上海市经济和信息化委员会'
  const asides = /<span class="visually-hidden"[^>]*>[^<]*<\/span>/g
  const plain = (only?: 'before' | 'after') =>
    drawn({ before, after, language: 'en', ...(only ? { only } : {}) }).replace(asides, '')
  for (const html of [plain(), plain('before')]) {
    expect(html).toContain('<del><span lang="zh-Hans-CN">协议</span></del>')
  }
  for (const html of [plain(), plain('after')]) {
    expect(html).toContain('<ins><span lang="zh-Hant-HK">備忘錄</span></ins>')
    expect(html).toContain('<span lang="zh-Hans-CN">上海市经济和信息化委员会</span>')
  }
  for (const only of ['before', 'after'] as const) {
    expect(words(plain(only))).toBe(only === 'before' ? before : after)
    expect(plain(only).replace(/<span lang="zh[^>]*>[^<]*<\/span>/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    )
  }
})
