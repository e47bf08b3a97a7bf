import './globals.css'
import type { Metadata } from 'next'
import { type Language, languages, languageTags, pathPrefixes } from '../i18n/language'

export const metadata: Metadata = {
  title: '找不到此頁 · 找不到此页 · Page not found',
  robots: { index: false },
}

const words: Record<Language, { heading: string; sentence: string; home: string }> = {
  'zh-Hant': {
    heading: '找不到此頁',
    sentence: '這個網址沒有對應的頁面。',
    home: '前往滬港合作追蹤主頁',
  },
  'zh-Hans': {
    heading: '找不到此页',
    sentence: '这个网址没有对应的页面。',
    home: '前往沪港合作追踪主页',
  },
  en: {
    heading: 'Page not found',
    sentence: 'There is no page at this address.',
    home: 'Go to the Hong Kong–Shanghai Co-operation Tracker',
  },
}

/** For an address that matches nothing, not even a language: whole in all three. */
export default function GlobalNotFound() {
  return (
    <html lang={languageTags['zh-Hant']}>
      <body>
        <main className="frame">
          <h1>
            {languages.map((language, index) => (
              <span key={language} lang={languageTags[language]}>
                {index > 0 && ' · '}
                {words[language].heading}
              </span>
            ))}
          </h1>
          {languages.map((language) => (
            <p key={language} lang={languageTags[language]}>
              {words[language].sentence} <a href={pathPrefixes[language]}>{words[language].home}</a>
            </p>
          ))}
        </main>
      </body>
    </html>
  )
}
