import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Language, languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { glossaryNotes } from '../model/notes'
import { GlossaryNotes } from './glossary-notes'
import { GlossedText } from './glossed-text'

const entry = (body: string, derivedFromHash: string | null) => ({
  body,
  origin: derivedFromHash ? ('unofficial_translation' as const) : ('editorial' as const),
  originDetail: null,
  derivedFromHash,
  reviewedAt: null,
})
const name = Object.fromEntries(
  (['人工智能', '人工智能', 'artificial intelligence'] as const).map((body, index) => [
    languages[index],
    entry(body, null),
  ]),
) as LocalizedText
const term = { slug: 'ai', name, also: ['AI'] }
const text = { 'zh-Hant': entry('人工智能實驗室', null), en: entry('An AI laboratory', 'hash') }
const notes = glossaryNotes(text, [term])

const draw = (language: Language, children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      messages={messagesIn(language)}
      timeZone="Asia/Hong_Kong"
    >
      {children}
    </NextIntlClientProvider>,
  )
const words = (html: string) => html.replace(/<[^>]+>/g, '')

test('a departure and the renderings are told in words, each in its own language', () => {
  const html = draw('en', <GlossaryNotes notes={notes} />)
  expect(words(html)).toContain(
    'Attention English: “AI” is used here; the glossary’s word is “artificial intelligence”.',
  )
  expect(words(html)).toContain('人工智能 · 人工智能 · artificial intelligence')
  expect(html).toContain('<b lang="en-HK">artificial intelligence</b>')
  for (const language of languages) {
    expect(words(draw(language, <GlossaryNotes notes={notes} />))).toContain(
      'artificial intelligence',
    )
  }
})

test('a passage without terms has nothing said of it', () => {
  expect(draw('en', <GlossaryNotes notes={glossaryNotes({}, [term])} />)).toBe('')
})

test('a marked text says the same words, and which of them is another word for a term', () => {
  const html = draw('en', <GlossedText body={text.en.body} language="en" marks={notes.marks.en} />)
  expect(words(html)).toBe('An AI (another word for it) laboratory')
  expect(html).toContain('<mark class="term term-other">AI')
})

test('Chinese in a marked English text has its language, within a mark and around it', () => {
  const body = 'The 沪港 AI laboratory, 人工智能實驗室'
  const marks = [
    { slug: 'a', start: 4, end: 6, isName: true },
    { slug: 'b', start: body.indexOf('人工'), end: body.indexOf('實驗'), isName: true },
  ]
  const html = draw('en', <GlossedText body={body} language="en" marks={marks} />)
  expect(words(html)).toBe(body)
  expect(html).toContain('<mark class="term"><span lang="zh-Hans-CN">沪港</span></mark>')
  expect(html).toContain('<mark class="term"><span lang="zh-Hant-HK">人工智能</span></mark>')
  expect(html).toContain('<span lang="zh-Hant-HK">實驗室</span>')
})
