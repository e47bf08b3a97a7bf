import { getLocale, getTranslations } from 'next-intl/server'
import { AppliedFilters } from '@/components/forms/filter-form'
import { NothingFound } from '@/components/forms/nothing-found'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { DevelopmentFilterForm } from '@/features/register/developments/components/development-filter'
import { KindRules } from '@/features/register/developments/components/kind-rules'
import { Timeline } from '@/features/register/developments/components/timeline'
import { type DevelopmentFilter, developmentFilter } from '@/features/register/developments/input'
import type { DevelopmentKind } from '@/features/register/developments/model'
import {
  countKinds,
  countParties,
  countWithoutKind,
  listDevelopmentPage,
} from '@/features/register/developments/queries'
import { listFieldChoices } from '@/features/register/fields/queries'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { formatDay } from '@/i18n/formats'
import { pickText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const pageOf = (filter: DevelopmentFilter): Href => ({
  pathname: '/developments',
  query: developmentFilter.write(filter),
})

export const generateMetadata = describedAtItsMoment(describedBy('developments', '/developments'))

export default atItsMoment(async function DevelopmentsPage(params) {
  const filter = developmentFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('developments')]
  const page = await listDevelopmentPage(filter)
  const parties = await countParties(filter)
  const withoutKind = await countWithoutKind(filter)
  const begun = developmentFilter.begun(filter)
  const applied = developmentFilter.conditions.flatMap((key) => {
    const value = filter[key]
    if (value === undefined) return []
    const isDay = key === 'since' || key === 'until'
    const party = key === 'party' && parties.find((one) => one.value === value)
    const named = party ? pickText(party.name, language)?.body : undefined
    const kind = key === 'kind' ? t(`kinds.${value as DevelopmentKind}`) : undefined
    const words = isDay ? formatDay(value, language) : (kind ?? named ?? value)
    return [
      {
        label: `${t(`filter.${key}`)} ${words}`,
        without: hrefTo(language, pageOf(developmentFilter.without(filter, key))),
      },
    ]
  })
  const all = hrefTo(language, '/developments')
  return (
    <PublicPage here={pageOf(filter)} revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <DevelopmentFilterForm
        filter={filter}
        kinds={await countKinds(filter)}
        conferences={await listFieldChoices()}
        parties={parties}
      />
      <AppliedFilters applied={applied} clear={all} />
      {withoutKind > 0 && <p className="quiet">{t('withoutKind', { count: withoutKind })}</p>}
      {page.total === 0 ? (
        <NothingFound
          heading={t('nothing')}
          hint={null}
          applied={applied}
          elsewhere={[{ label: t('nothingAll'), href: all }]}
        />
      ) : (
        <>
          <h2>{t('found', { count: page.total })}</h2>
          <Timeline developments={page.developments} />
        </>
      )}
      <Pager
        {...page}
        shown={page.developments.length}
        address={(after) => hrefTo(language, pageOf(after ? { ...begun, after } : begun))}
      />
      <KindRules />
      <Follow scope={{ of: 'developments', query: developmentFilter.write(begun) }} />
      <DownloadLine
        of="list"
        table="developments"
        query={developmentFilter.write(begun)}
        at={params.at}
      />
    </PublicPage>
  )
})
