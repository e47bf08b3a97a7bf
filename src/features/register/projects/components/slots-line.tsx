import { getLocale, getTranslations } from 'next-intl/server'
import { hrefTo } from '@/i18n/navigation'
import { type ProjectFilter, withoutFilter, writeProjectFilter } from '../input'
import type { ProjectFacets } from '../model'

type Props = { filter: ProjectFilter; facets: ProjectFacets }

/** One line for the many slots: how many there are, and the way to unfold or fold them. */
export async function SlotsLine({ filter, facets }: Props) {
  const count = facets.itemised.no
  if (count === 0) return null
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const address = (asked: ProjectFilter) =>
    hrefTo(language, { pathname: '/projects', query: writeProjectFilter(asked) })
  const folded = withoutFilter(filter, 'itemised')
  if (filter.itemised) {
    return (
      <p>
        <a className="standing" href={address(folded)}>
          {t('slotsHide')}
        </a>
      </p>
    )
  }
  return (
    <p className="quiet">
      {t('slotsLine', { count })}{' '}
      <a className="standing" href={address({ ...folded, itemised: 'all' })}>
        {t('slotsShow')}
      </a>
    </p>
  )
}
