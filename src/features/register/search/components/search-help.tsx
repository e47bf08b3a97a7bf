import { getLocale, getTranslations } from 'next-intl/server'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { Suggestion } from '../queries/suggest'

/** How a query is written. */
export async function SearchHelp() {
  const t = await getTranslations('search.help')
  return (
    <ul className="search-help">
      {(['languages', 'words', 'phrase', 'without', 'reference'] as const).map((line) => (
        <li key={line}>{t.rich(line, { typed: (chunks) => <b>{chunks}</b> })}</li>
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
          {word}
        </a>
      ))}
    </p>
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
