import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { Announcements } from '@/features/register/conferences/components/announced'
import {
  LedgerGapsList,
  LedgerQuestions,
} from '@/features/register/conferences/components/ledger-open'
import { LedgerSources } from '@/features/register/conferences/components/ledger-sources'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { findConference } from '@/features/register/conferences/queries/conferences'
import { findLedger } from '@/features/register/conferences/queries/find-ledger'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { ledgerPage, subjectPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

export const generateMetadata = foundAndDescribed(findConference, async (conference, language) => {
  const { name, reference } = conference
  const t = await getTranslations('conferences.ledger')
  return {
    here: ledgerPage(reference),
    title: t('titleOf', { name: pickText(name, language)?.body ?? reference }),
    description: t('lead'),
  }
})

export default foundAtItsMoment(findLedger, async function LedgerPage(ledger) {
  const { conference, sources, questions, shared, gaps } = ledger
  const { reference } = conference
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  const most = Math.max(
    1,
    ...announcementKinds.map((kind) => conference.announced[kind].number ?? 0),
  )
  return (
    <PublicPage
      here={ledgerPage(reference)}
      revisedOn={await lastRevisedAt()}
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
      <Announcements conference={conference} most={most} cited />
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
