import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import { differenceOf } from '../model/word-difference'

type Props = {
  before: string
  after: string
  /** The language of both texts. */
  language: Language
  /** One text alone with what is its own marked, for two that stand side by side; both in one by default. */
  only?: 'before' | 'after'
}

/**
 * Two wordings of one passage as one text: what was taken out struck through, what was put in underlined, each
 * with a word that a screen reader says. Serves on the server and in the browser.
 */
export function WordDifference({ before, after, language, only }: Props) {
  const t = useTranslations('revisions.difference')
  const left = only === 'before' ? 'added' : only === 'after' ? 'removed' : null
  const segments = differenceOf(before, after, language).filter(({ kind }) => kind !== left)
  let at = 0
  return (
    <span className="word-difference" lang={languageTags[language]}>
      {segments.map(({ kind, text }) => {
        at += text.length
        if (kind === 'same') return <Fragment key={at}>{text}</Fragment>
        const Change = kind === 'removed' ? 'del' : 'ins'
        return (
          <Change key={at}>
            <Aside>{t(kind)}</Aside>
            {text}
            <Aside>{t('end')}</Aside>
          </Change>
        )
      })}
    </span>
  )
}

/** Words for screen readers, in the page's language and not the passage's. */
function Aside({ children }: { children: string }) {
  const language = useLocale()
  return (
    <span className="visually-hidden" lang={languageTags[language]}>
      {children}
    </span>
  )
}
