import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { messagesIn } from '@/i18n/messages'
import { WordDifference } from './word-difference'

const draw = (only?: 'before' | 'after') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesIn('en')} timeZone="Asia/Hong_Kong">
      <WordDifference
        before="深化合作"
        after="深化交流"
        language="zh-Hant"
        {...(only ? { only } : {})}
      />
    </NextIntlClientProvider>,
  )
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
