import { getLocale, getTranslations } from 'next-intl/server'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'
import { InLanguage } from './in-language'

/** A short text in the page's language, inline. One that is held only in another language carries its `lang`, and a word that says so. */
export async function Words({ text }: { text: LocalizedText | undefined }) {
  const shown = pickText(text, await getLocale())
  if (!shown) return null
  const t = await getTranslations('texts')
  return (
    <>
      <InLanguage text={shown.body} language={shown.language} />
      {shown.isFallback && <small className="fallback">{t(`fallback.${shown.language}`)}</small>}
    </>
  )
}

/** A link to a page that is called by its text. */
export async function WordsLink({ to, text }: { to: Href; text: LocalizedText | undefined }) {
  return (
    <a href={hrefTo(await getLocale(), to)}>
      <Words text={text} />
    </a>
  )
}

/** A text of the site's own, whose lines are paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return text.split('\n').map((paragraph) => <p key={paragraph}>{paragraph}</p>)
}
