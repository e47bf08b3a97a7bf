import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Pager } from '@/components/site/pager'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listFields } from '@/features/register/fields/queries'
import { ChangeFilterForm } from '@/features/register/history/components/change-filter-form'
import { ChangeList } from '@/features/register/history/components/change-list'
import { type ChangeFilter, changeFilter } from '@/features/register/history/input'
import {
  countCorrectionsOfWording,
  listPlacedChanges,
} from '@/features/register/history/queries/list-changes'
import { readNamed } from '@/features/register/history/queries/named'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { listOrganisations } from '@/features/register/organisations/queries'
import { type Href, hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const logOf = (filter: ChangeFilter): Href => ({
  pathname: '/changes',
  query: changeFilter.write(filter),
})

export const generateMetadata = describedAtItsMoment(async (params): Promise<Metadata> => {
  const filter = changeFilter.begun(changeFilter.read(params))
  const [language, t] = [await getLocale(), await getTranslations('revisions.log')]
  return pageMetadata({
    language,
    here: '/changes',
    title: t('title'),
    description: t('lead'),
    feed: feedOfPage(language, { of: 'changes', query: changeFilter.write(filter) }, t('title')),
  })
})

export default atItsMoment(async function ChangesPage(params) {
  const filter = changeFilter.read(params)
  const [language, t] = [await getLocale(), await getTranslations('revisions.log')]
  const { changes, total, ...page } = await listPlacedChanges(filter)
  const conferences = await listConferences()
  const fields = await Promise.all(conferences.map(({ reference }) => listFields(reference)))
  const begun = changeFilter.begun(filter)
  const wording = begun.only ? 0 : await countCorrectionsOfWording(begun)
  return (
    <PublicPage here={logOf(filter)} revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ChangeFilterForm
        filter={filter}
        fields={fields.flat().map(({ reference, name }) => ({ value: reference, name }))}
        parties={(await listOrganisations())
          .filter(({ documents }) => documents > 0)
          .map(({ slug, name }) => ({ value: slug, name }))}
      />
      <p className="quiet">{t('count', { count: total })}</p>
      {wording > 0 && wording < total && (
        <p className="quiet">
          {t('wording', { count: wording })}{' '}
          <a href={hrefTo(language, logOf({ ...begun, only: 'besides_wording' }))}>
            {t('leaveOut')}
          </a>
        </p>
      )}
      <Follow scope={{ of: 'changes', query: changeFilter.write(begun) }} />
      {changes.length === 0 && <p>{t('none')}</p>}
      <ChangeList changes={changes} names={await readNamed(changes)} />
      <Pager
        {...page}
        total={total}
        shown={changes.length}
        address={(before) => hrefTo(language, logOf(before ? { ...begun, before } : begun))}
      />
      <DownloadLine of="list" table="revisions" query={changeFilter.write(begun)} at={params.at} />
    </PublicPage>
  )
})
