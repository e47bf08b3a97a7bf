import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Runs } from '@/components/site/runs'
import { type Language, languageTags } from '@/i18n/language'
import { type Run, runsBetween } from '@/i18n/runs'
import { differenceOf } from '../model/word-difference'

type Props = {
  before: readonly Run[]
  after: readonly Run[]
  /** The language of both texts, whatever they have in others. */
  language: Language
  /** One text alone with what is its own marked, for two that stand side by side; both in one by default. */
  only?: 'before' | 'after'
}

/**
 * Two wordings of one passage as one text: what was taken out struck through, what was put in underlined, each
 * with a word that a screen reader says. Serves on the server and in the browser.
 */
export function DifferenceOfRuns({ before, after, language, only }: Props) {
  const t = useTranslations('revisions.difference')
  const left = only === 'before' ? 'added' : only === 'after' ? 'removed' : null
  const segments = differenceOf(wordsOf(before), wordsOf(after), language)
  // Where the next words stand in each of the two.
  const at = { before: 0, after: 0 }
  return (
    <span className="word-difference" lang={languageTags[language]}>
      {segments.map(({ kind, text }) => {
        const isBefore = kind === 'removed' || (kind === 'same' && only === 'before')
        const [all, start] = isBefore ? [before, at.before] : [after, at.after]
        const words = <Runs runs={runsBetween(all, start, start + text.length)} within={language} />
        if (kind !== 'added') at.before += text.length
        if (kind !== 'removed') at.after += text.length
        const key = `${at.before} ${at.after}`
        if (kind === left) return null
        if (kind === 'same') return <Fragment key={key}>{words}</Fragment>
        const Change = kind === 'removed' ? 'del' : 'ins'
        return (
          <Change key={key}>
            <Aside>{t(kind)}</Aside>
            {words}
            <Aside>{t('end')}</Aside>
          </Change>
        )
      })}
    </span>
  )
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
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
