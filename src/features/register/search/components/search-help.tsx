import { getLocale, getTranslations } from 'next-intl/server'
import { eachInLanguage, InLanguage } from '@/components/site/in-language'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { Reading } from '../queries/read-query'
import type { Suggestion } from '../queries/suggest'

/** How a query is written. */
export async function SearchHelp() {
  const t = await getTranslations('search.help')
  return (
    <ul className="search-help">
      {(['languages', 'words', 'names', 'phrase', 'without', 'reference'] as const).map((line) => (
        <li key={line}>
          {eachInLanguage(t.rich(line, { typed: (chunks) => <b>{eachInLanguage(chunks)}</b> }))}
        </li>
      ))}
    </ul>
  )
}

/** What the register has that is nearly what was typed. Draws nothing where there is nothing. */
export async function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  if (suggestions.length === 0) return null
  return (
    <p className="did-you-mean">
      {t('didYouMean')}
      {suggestions.map(({ q, word }) => (
        <a key={q} href={hrefTo(language, { pathname: '/search', query: { q } })}>
          <InLanguage text={word} />
        </a>
      ))}
    </p>
  )
}

/** Which words were sought where nothing has what was typed as it stands. */
export async function SplitWords({
  q,
  reading: { split, needed },
  suggestions,
}: {
  q: string
  reading: Pick<Reading, 'split' | 'needed'>
  suggestions: readonly Suggestion[]
}) {
  const t = await getTranslations('search')
  if (!split) return null
  const list = (words: readonly string[]) =>
    words.map((word) => t('quoted', { word })).join(t('separator'))
  const { sought, missing } = split
  return (
    <div className="notice">
      <p>
        <b>
          <InLanguage text={t('notAsTyped', { q })} />
        </b>
      </p>
      <Suggestions suggestions={suggestions} />
      <p>
        <InLanguage
          text={
            needed < sought.length
              ? t('soughtMost', { words: list(sought), needed, count: sought.length })
              : t('soughtAll', { words: list(sought), count: sought.length })
          }
        />
        {missing.length > 0 && (
          <>
            {' '}
            <InLanguage text={t('soughtMissing', { words: list(missing) })} />
          </>
        )}
      </p>
    </div>
  )
}

/** What has the number that was typed, where more than one has. */
export async function SameNumber({
  items,
}: {
  items: readonly { kind: 'field' | 'project' | 'document'; reference: string }[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  if (items.length === 0) return null
  return (
    <section aria-labelledby="number">
      <h2 id="number">{t('sameNumber')}</h2>
      <ul>
        {items.map(({ kind, reference }) => (
          <li key={reference}>
            <a href={hrefTo(language, subjectPage(kind, reference))}>
              {t(`linked.${kind}`, { reference })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
