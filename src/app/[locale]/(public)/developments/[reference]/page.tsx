import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { CiteBox } from '@/features/outlets/citations/components/cite-box'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Concerns } from '@/features/register/developments/components/concerns'
import { findDevelopment } from '@/features/register/developments/queries'
import { CorrectionNotice } from '@/features/register/history/components/correction-notice'
import { SubjectHistory } from '@/features/register/history/components/subject-history'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { Citations } from '@/features/register/sources/components/citations'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { Passage } from '@/features/register/texts/components/passage'
import { formatDay } from '@/i18n/formats'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { shownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'

const developmentFinding = { kind: 'development', find: findDevelopment } as const

export const generateMetadata = foundAndDescribed(
  developmentFinding,
  async ({ slug, date, summary }, language) => {
    const t = await getTranslations('developments')
    return {
      here: subjectPage('development', slug),
      title: `${t('one', { reference: slug })} · ${formatDay(date, language)}`,
      description: pickText(summary, language)?.body ?? t('description'),
    }
  },
)

export default foundAtItsMoment(
  developmentFinding,
  async function DevelopmentPage(development, at) {
    const [language, t] = [await getLocale(), await getTranslations('developments')]
    const { slug, date, kind, note, citations } = development
    const subject = { kind: 'development', reference: slug } as const
    const revisions = await listRevisions(subject)
    const cited = await findCited('development', slug)
    return (
      <PublicPage
        here={subjectPage('development', slug)}
        revisedOn={revisions[0]?.recordedAt ?? null}
        trail={[{ label: t('title'), href: hrefTo(language, '/developments') }]}
      >
        <p className="eyebrow">
          {t('reference')} <span className="reference">{slug}</span>
        </p>
        <h1>
          <DateText date={date} />
        </h1>
        <p>{t('kindOf', { kind: kind ? t(`kinds.${kind}`) : t('kindNotStatedHere') })}</p>
        <CorrectionNotice
          revisions={revisions}
          now={shownMoment()?.instant ?? now().toISOString()}
        />
        <Passage text={development.summary} />
        {Object.keys(note).length > 0 && (
          <section>
            <h2>{t('noteHeading')}</h2>
            <p className="measure">
              <Words text={note} />
            </p>
          </section>
        )}
        <section>
          <h2>{t('concerns')}</h2>
          <p className="quiet">
            {t(development.namesTheConference ? 'namesTheConference' : 'linkedByTheRegister')}
          </p>
          <Concerns development={development} />
        </section>
        <section>
          <h2>{t('sourcesHeading')}</h2>
          <Citations citations={citations} />
        </section>
        <SubjectHistory kind="development" reference={slug} revisions={revisions} />
        <DownloadLine of="item" table="developments" query={{ reference: slug }} at={at} />
        {cited && <CiteBox cited={cited} />}
        <LoggedRevision kind="development" reference={slug} />
      </PublicPage>
    )
  },
)
