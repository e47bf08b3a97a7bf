import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { PublicPage } from '@/components/site/public-page'
import { CiteBox } from '@/features/outlets/citations/components/cite-box'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { listCities } from '@/features/register/cities/queries'
import { PrintedOnly } from '@/features/register/evidence/components/printed-only'
import { RestingList } from '@/features/register/evidence/components/resting-list'
import { SourceFacts } from '@/features/register/evidence/components/source-facts'
import { SourceTitle } from '@/features/register/evidence/components/source-title'
import { findSourceWithResting } from '@/features/register/evidence/queries'
import { CorrectionNotice } from '@/features/register/history/components/correction-notice'
import { SubjectHistory } from '@/features/register/history/components/subject-history'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { nameOfSource } from '@/features/register/sources/model'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { shownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'

const sourceFinding = { kind: 'source', find: findSourceWithResting } as const

export const generateMetadata = foundAndDescribed(sourceFinding, async (source, language) => {
  const t = await getTranslations('sources')
  const { slug, title } = source
  const name = title ?? pickText(nameOfSource(source), language)?.body
  return {
    here: subjectPage('source', slug),
    title: [t('one', { reference: slug }), ...(name ? [name] : [])].join(' · '),
    description: t('description'),
  }
})

export default foundAtItsMoment(sourceFinding, async function SourcePage(source, at) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const { slug } = source
  const revisions = await listRevisions({ kind: 'source', reference: slug })
  const cited = await findCited('source', slug)
  return (
    <PublicPage
      here={subjectPage('source', slug)}
      revisedOn={revisions[0]?.recordedAt ?? null}
      trail={[{ label: t('title'), href: hrefTo(language, '/sources') }]}
    >
      <p className="eyebrow">
        {t('reference')} <span className="reference">{slug}</span>
      </p>
      <h1>
        <SourceTitle source={source} />
      </h1>
      <CorrectionNotice revisions={revisions} now={shownMoment()?.instant ?? now().toISOString()} />
      <SourceFacts source={source} />
      <PrintedOnly source={source} />
      <section>
        <h2>{t('rests')}</h2>
        <RestingList source={source} cities={await listCities()} />
      </section>
      <SubjectHistory kind="source" reference={slug} revisions={revisions} />
      <DownloadLine of="item" table="sources" query={{ reference: slug }} at={at} />
      {cited && <CiteBox cited={cited} />}
      <LoggedRevision kind="source" reference={slug} />
    </PublicPage>
  )
})
