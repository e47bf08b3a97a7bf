import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { isReviewer } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import {
  CancelReleaseForm,
  MoveReleaseForm,
} from '@/features/desk/round/review/components/release-form'
import { PastRelease, PlannedRelease } from '@/features/desk/round/review/components/release-list'
import { listReleases } from '@/features/desk/round/review/queries/list-releases'
import { hongKongLocal } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReleasesPage({ searchParams }: Props) {
  const { done, change } = await searchParams
  const [language, t, desk] = [
    await getLocale(),
    await getTranslations('submissions.release'),
    await getTranslations('desk'),
  ]
  const officer = await requireOfficer(language, hrefTo(language, '/desk/releases'))
  if (!isReviewer(officer)) forbidden()
  const { planned, over } = await listReleases()
  const moment = now().toISOString()
  return (
    <DeskPage here={{ pathname: '/desk/releases' }} officer={officer}>
      <p className="desk-trail">
        <a href={hrefTo(language, '/desk')}>{desk('back')}</a>
      </p>
      <h1>{t('heading')}</h1>
      {(done === 'move' || done === 'cancel') && <Done>{t(`done.${done}`)}</Done>}
      <p>{t('meaning')}</p>
      <h2>{t('planned')}</h2>
      {planned.length === 0 && <p className="quiet">{t('nonePlanned')}</p>}
      {planned.map((release) => (
        <section key={release.id} id={release.id} aria-labelledby={`title-${release.id}`}>
          <h3 id={`title-${release.id}`}>{release.title}</h3>
          <PlannedRelease release={release} now={moment} />
          {change === release.id ? (
            <>
              <MoveReleaseForm
                id={release.id}
                values={{
                  'release.at': hongKongLocal(release.at),
                  'release.title': release.title,
                }}
                earliest={hongKongLocal(moment)}
              />
              <CancelReleaseForm id={release.id} />
            </>
          ) : (
            <p className="desk-trail">
              <a
                href={`${hrefTo(language, {
                  pathname: '/desk/releases',
                  query: { change: release.id },
                })}#${release.id}`}
              >
                {t('change')}
              </a>
            </p>
          )}
        </section>
      ))}
      {over.length > 0 && (
        <>
          <h2>{t('over')}</h2>
          {over.map((release) => (
            <section key={release.id} aria-labelledby={`title-${release.id}`}>
              <h3 id={`title-${release.id}`}>{release.title}</h3>
              <PastRelease release={release} />
            </section>
          ))}
        </>
      )}
    </DeskPage>
  )
}
