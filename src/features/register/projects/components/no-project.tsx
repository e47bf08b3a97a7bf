import { getLocale, getTranslations } from 'next-intl/server'
import { hrefTo } from '@/i18n/navigation'
import { type ProjectFilter, withoutFilter, writeProjectFilter } from '../input'
import type { ProjectFacets } from '../model'
import { appliedLabels } from './filter-labels'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** What was searched, and what to try when nothing was found. */
export async function NoProject({ filter, facets }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('projects.none')]
  const applied = await appliedLabels(filter, facets)
  const everything = { ...withoutFilter(filter, 'itemised'), itemised: 'all' as const }
  return (
    <section>
      <h2>{t('heading')}</h2>
      {filter.q && <p>{t('searched')}</p>}
      {applied.length > 0 && (
        <>
          <p>{t('remove')}</p>
          <ul className="suggestions">
            {applied.map(({ label, without }) => (
              <li key={without}>
                <a href={without}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="suggestions">
        {filter.itemised === undefined && facets.itemised.no > 0 && (
          <li>
            <a
              href={hrefTo(language, {
                pathname: '/projects',
                query: writeProjectFilter(everything),
              })}
            >
              {t('slots')}
            </a>
          </li>
        )}
        {filter.q && (
          <li>
            <a href={hrefTo(language, { pathname: '/documents', query: { q: filter.q } })}>
              {t('inDocuments', { q: filter.q })}
            </a>
          </li>
        )}
        <li>
          <a href={hrefTo(language, '/projects')}>{t('all')}</a>
        </li>
      </ul>
    </section>
  )
}
