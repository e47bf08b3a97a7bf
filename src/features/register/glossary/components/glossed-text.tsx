import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Runs } from '@/components/site/runs'
import { type Language, languageTags } from '@/i18n/language'
import { runsBetween, runsOf } from '@/i18n/runs'
import type { TermMark } from '../model/notes'

type Props = { body: string; language: Language; marks: readonly TermMark[] }

/** A text with the glossary's terms marked; another word for a term says that it is one; words of another language have their `lang`. */
export function GlossedText({ body, language, marks }: Props) {
  const [page, t] = [useLocale(), useTranslations('glossary.notes')]
  const runs = runsOf(body, language)
  const words = (start: number, end: number) => (
    <Runs runs={runsBetween(runs, start, end)} within={language} />
  )
  let from = 0
  return (
    <span className="glossed" lang={languageTags[language]}>
      {marks.map(({ start, end, isName }) => {
        const before = words(from, start)
        from = end
        return (
          <Fragment key={start}>
            {before}
            <mark className={isName ? 'term' : 'term term-other'}>
              {words(start, end)}
              {!isName && (
                <span className="visually-hidden" lang={languageTags[page]}>
                  {t('otherWord')}
                </span>
              )}
            </mark>
          </Fragment>
        )
      })}
      {words(from, body.length)}
    </span>
  )
}
