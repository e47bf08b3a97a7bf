import { getLocale, getTranslations } from 'next-intl/server'
import { InLanguage } from '@/components/site/in-language'
import { Pager } from '@/components/site/pager'
import { hrefTo } from '@/i18n/navigation'
import { partOfNumber } from '@/i18n/pages'
import { type SearchQuery, writeSearch } from '../input'
import { shownOfKind } from '../model/hits'
import type { SearchKind } from '../model/passages'
import type { ShownGroup } from '../queries/list-hits'
import type { Found } from '../queries/search-register'
import { HitRow } from './hit-row'

type Props = {
  search: SearchQuery
  found: Found
  groups: readonly ShownGroup[]
  /** Whether words of the query were sought one by one: the lists, which take it as it was typed, find nothing. */
  isSplit: boolean
}

/** What was found, kind by kind: how many of each, the first of them, and a link to all of them. */
export async function SearchResults({ search, found, groups, isSplit }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const pageOf = (change: Partial<SearchQuery>) =>
    hrefTo(language, { pathname: '/search', query: writeSearch({ ...search, ...change }) })
  const otherScript = new Map(
    groups.flatMap(({ hits }) =>
      hits.flatMap(({ throughScript }) =>
        throughScript.map((pair) => [pair.typed + pair.stored, pair] as const),
      ),
    ),
  )
  return (
    <>
      <p>
        <b>
          <InLanguage
            text={
              isSplit
                ? t('foundByWords', { total: found.total })
                : t('found', { total: found.total, q: search.q })
            }
          />
        </b>
      </p>
      {otherScript.size > 0 && (
        <p className="quiet search-why">
          <InLanguage
            text={t('throughScript', {
              pairs: [...otherScript.values()]
                .map(({ typed, stored }) => `${typed}→${stored}`)
                .join(t('separator')),
            })}
          />
        </p>
      )}
      {found.totals.length > 1 && (
        <nav aria-label={t('kindsLabel')}>
          <ul className="search-kinds">
            {search.kind && (
              <li>
                <a href={pageOf({ kind: null })}>{t('allKinds')}</a>
              </li>
            )}
            {found.totals.map(({ kind, total }) => (
              <li key={kind}>
                <a
                  href={search.kind ? pageOf({ kind, page: 1 }) : `#${kind}`}
                  {...(search.kind === kind ? { 'aria-current': 'true' as const } : {})}
                >
                  {t('kindCount', { kind: t(`kinds.${kind}`), count: total })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ kind, total, hits }) => {
        const list = isSplit ? null : listOf(kind)
        const page = found.groups.find((group) => group.kind === kind)?.page ?? 1
        return (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind}>{t('kindCount', { kind: t(`kinds.${kind}`), count: total })}</h2>
            <ul className="rows hits">
              {hits.map((hit) => (
                <HitRow key={hit.reference} hit={hit} />
              ))}
            </ul>
            {list && total > 1 && (
              <p>
                <a href={hrefTo(language, { pathname: list, query: { q: search.q } })}>
                  {t(kind === 'project' ? 'allProjects' : 'allDocuments', { total })}
                </a>
              </p>
            )}
            {search.kind ? (
              <Pager
                {...partOfNumber(total, page, shownOfKind)}
                shown={hits.length}
                address={(other) => pageOf({ page: other })}
              />
            ) : (
              total > hits.length &&
              !list && (
                <p>
                  <a href={pageOf({ kind })}>{t('more', { kind: t(`kinds.${kind}`), total })}</a>
                </p>
              )
            )}
          </section>
        )
      })}
    </>
  )
}

/** The list of the site that can be narrowed by the same words. */
function listOf(kind: SearchKind): '/projects' | '/documents' | null {
  if (kind === 'project') return '/projects'
  return kind === 'document' ? '/documents' : null
}
