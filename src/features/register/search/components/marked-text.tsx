import { getLocale, getTranslations } from 'next-intl/server'
import { WithinLanguage } from '@/components/site/in-language'
import { languageTags } from '@/i18n/language'
import type { ShownPassage } from '../model/hits'

/** A passage with the words that were sought marked; one in another language than the page's carries its `lang`, and a word that says so. */
export async function MarkedText({ passage: { language, pieces } }: { passage: ShownPassage }) {
  const [page, t] = [await getLocale(), await getTranslations('texts')]
  const isFallback = language !== null && language !== page
  let at = 0
  return (
    <>
      <span {...(isFallback ? { lang: languageTags[language] } : {})}>
        {pieces.map(({ text, isMarked }) => {
          at += text.length
          const Stretch = isMarked ? 'mark' : 'span'
          return (
            <Stretch key={at}>
              <WithinLanguage text={text} language={language ?? page} />
            </Stretch>
          )
        })}
      </span>
      {isFallback && <small className="fallback">{t(`fallback.${language}`)}</small>}
    </>
  )
}
