import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { type Language, languageTags } from '@/i18n/language'
import type { TermMark } from '../model/notes'

type Props = { body: string; language: Language; marks: readonly TermMark[] }

/** A text with the glossary's terms marked; another word for a term says that it is one. Serves on the server and in the browser. */
export function GlossedText({ body, language, marks }: Props) {
  const [page, t] = [useLocale(), useTranslations('glossary.notes')]
  let from = 0
  return (
    <span className="glossed" lang={languageTags[language]}>
      {marks.map(({ start, end, isName }) => {
        const before = body.slice(from, start)
        from = end
        return (
          <Fragment key={start}>
            {before}
            <mark className={isName ? 'term' : 'term term-other'}>
              {body.slice(start, end)}
              {!isName && (
                <span className="visually-hidden" lang={languageTags[page]}>
                  {t('otherWord')}
                </span>
              )}
            </mark>
          </Fragment>
        )
      })}
      {body.slice(from)}
    </span>
  )
}
