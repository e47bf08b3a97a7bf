import type { Language } from '@/i18n/language'
import { runsOf } from '@/i18n/runs'
import { DifferenceOfRuns } from './difference-of-runs'

type Props = {
  before: string
  after: string
  /** The language of both texts. */
  language: Language
  /** One text alone with what is its own marked, for two that stand side by side; both in one by default. */
  only?: 'before' | 'after'
}

/** Two wordings of one passage as one text, as `DifferenceOfRuns`, words of another language with their `lang`. */
export function WordDifference({ before, after, language, only }: Props) {
  return (
    <DifferenceOfRuns
      before={runsOf(before, language)}
      after={runsOf(after, language)}
      language={language}
      {...(only ? { only } : {})}
    />
  )
}
