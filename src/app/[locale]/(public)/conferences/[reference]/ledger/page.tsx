import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { atItsMoment, describedAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { Announced, AnnouncedBar } from '@/features/register/conferences/components/announced'
import {
  LedgerGapsList,
  LedgerQuestions,
} from '@/features/register/conferences/components/ledger-open'
import { LedgerSources } from '@/features/register/conferences/components/ledger-sources'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { findConference } from '@/features/register/conferences/queries/conferences'
import { findLedger } from '@/features/register/conferences/queries/find-ledger'
import { headRevision } from '@/features/register/log/queries/revisions'
import { Citations } from '@/features/register/sources/components/citations'
import { ledgerPage, subjectPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Props = { params: Promise<{ reference: string }> }

export const generateMetadata = describedAtItsMoment(
  async ({ params }: Props): Promise<Metadata> => {
    const { reference } = await params
    const conference = await findConference(reference)
    if (!conference) return {}
    const [language, t] = [await getLocale(), await getTranslations('conferences.ledger')]
    const name = pickText(conference.name, language)?.body ?? reference
    return pageMetadata({
      language,
      here: ledgerPage(reference),
      title: t('titleOf', { name }),
      description: t('lead'),
    })
  },
)

export default atItsMoment(async function LedgerPage({ params }: Props) {
  const { reference } = await params
  const ledger = await findLedger(reference)
  if (!ledger) notFound()
  const { conference, sources, questions, shared, gaps } = ledger
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  const head = await headRevision()
  const most = Math.max(
    1,
    ...announcementKinds.map((kind) => conference.announced[kind].number ?? 0),
  )
  return (
    <PublicPage
      here={ledgerPage(reference)}
      revisedOn={head?.recordedAt ?? null}
      trail={[
        { label: t('title'), href: hrefTo(language, '/conferences') },
        {
          label: <Words text={conference.name} />,
          href: hrefTo(language, subjectPage('conference', reference)),
        },
      ]}
    >
      <h1>{t('ledger.title')}</h1>
      <p className="lead">{t('ledger.lead')}</p>
      <h2>{t('comparison')}</h2>
      <dl className="announcements">
        {announcementKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(kind)}</dt>
            <dd>
              <Announced conference={conference} kind={kind} />
              <AnnouncedBar conference={conference} kind={kind} most={most} />
              <Citations citations={conference.announced[kind].citations} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('ledger.bySource')}</h2>
      <p className="measure quiet">{t('ledger.bySourceNote')}</p>
      <LedgerSources sources={sources} />
      <h2>{t('ledger.open')}</h2>
      <LedgerQuestions questions={questions} shared={shared} />
      <h2>{t('ledger.unstated')}</h2>
      <LedgerGapsList gaps={gaps} />
    </PublicPage>
  )
})
