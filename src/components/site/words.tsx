import { getLocale, getTranslations } from 'next-intl/server'
import { languageTags } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'

/** A short text in the page's language, inline. One that is held only in another language carries its `lang`, and a word that says so. */
export async function Words({ text }: { text: LocalizedText | undefined }) {
  const language = await getLocale()
  const shown = pickText(text, language)
  if (!shown) return null
  if (!shown.isFallback) return <>{shown.body}</>
  const t = await getTranslations('texts')
  return (
    <>
      <span lang={languageTags[shown.language]}>{shown.body}</span>
      <small className="fallback">{t(`fallback.${shown.language}`)}</small>
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
