import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LeftOutLine } from '@/app/[locale]/(public)/left-out'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { Separator } from '@/components/site/aside'
import { PublicPage } from '@/components/site/public-page'
import { Words, WordsLink } from '@/components/site/words'
import { CiteBox } from '@/features/outlets/citations/components/cite-box'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { EmbedBox } from '@/features/outlets/embeds/components/embed-box'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { projectThings } from '@/features/outlets/structured-data/wording/subjects'
import { Timeline } from '@/features/register/developments/components/timeline'
import { listDevelopments } from '@/features/register/developments/queries'
import { CorrectionNotice } from '@/features/register/history/components/correction-notice'
import { SinceLink } from '@/features/register/history/components/since-link'
import { SubjectHistory } from '@/features/register/history/components/subject-history'
import { countLeftOutOf } from '@/features/register/log/queries/left-out'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { LastNews } from '@/features/register/projects/components/last-news'
import {
  LinkedDocuments,
  SignedAtSession,
} from '@/features/register/projects/components/linked-documents'
import { SlotFacts } from '@/features/register/projects/components/slot-facts'
import { findProject } from '@/features/register/projects/queries/find-project'
import { Citations } from '@/features/register/sources/components/citations'
import { Statement } from '@/features/register/states/components/statement'
import { newsDay } from '@/features/register/states/model/statements'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { Passage } from '@/features/register/texts/components/passage'
import { Title } from '@/features/register/texts/components/title'
import { hongKongDay } from '@/i18n/formats'
import { pickText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'
import { shownDay, shownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'

const projectFinding = { kind: 'project', find: findProject } as const

export const generateMetadata = foundAndDescribed(projectFinding, async (project, language) => {
  const { reference, itemised } = project
  const t = await getTranslations('projects')
  const name = pickText(project.title, language)?.body ?? t('slot', { reference })
  const titled = await getTranslations('site')
  const title = itemised ? titled('titled', { name, reference }) : name
  return {
    here: subjectPage('project', reference),
    title,
    feed: feedOfPage(language, { of: 'projects', reference }, title),
    description: pickText(project.text, language)?.body ?? t('slotPage.unknownText'),
  }
})

export default foundAtItsMoment(projectFinding, async function ProjectPage(project, at) {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const standing = await getTranslations('standing')
  const { reference, field, itemised, previous, next, statement } = project
  const developments = await listDevelopments({ projectReference: reference })
  const leftOut = await countLeftOutOf({ kind: 'project', reference }, shownDay())
  const revisions = await listRevisions({ kind: 'project', reference })
  const cited = await findCited('project', reference)
  const link = (to: Href) => hrefTo(language, to)
  return (
    <PublicPage
      here={subjectPage('project', reference)}
      revisedOn={project.lastRevisedAt}
      trail={[
        { label: t('title'), href: link('/projects') },
        ...(field
          ? [
              {
                label: <Words text={field.name} />,
                href: link(subjectPage('field', field.reference)),
              },
            ]
          : []),
      ]}
    >
      <Described things={projectThings(project, language)} />
      <p className="eyebrow">
        {t('reference')} <span className="reference">{reference}</span>
        {' · '}
        <WordsLink
          to={subjectPage('conference', project.conference.reference)}
          text={project.conference.name}
        />
      </p>
      <h1>{itemised ? <Title text={project.title} /> : t('slot', { reference })}</h1>
      <CorrectionNotice revisions={revisions} now={shownMoment()?.instant ?? now().toISOString()} />
      {itemised ? (
        <section>
          <h2>{t('text')}</h2>
          <Passage text={project.text} />
        </section>
      ) : (
        <SlotFacts project={project} />
      )}
      <section>
        <h2>{shownDay() ? standing('status') : t('status')}</h2>
        <Statement kind="project" state={project.state} statement={statement} />
        {project.state === 'not_reported' && (
          <SignedAtSession
            documents={project.documents.filter(
              ({ conference }) => conference === project.conference.reference,
            )}
          />
        )}
        {itemised && (
          <LastNews
            stated={statement && newsDay(statement)}
            developed={developments[0]?.date ?? null}
            announced={project.conference.heldOn}
            today={hongKongDay(new Date(shownMoment()?.instant ?? now()))}
          />
        )}
      </section>
      {pickText(project.note, language) && (
        <section>
          <h2>{t('note')}</h2>
          <p>
            <Words text={project.note} />
          </p>
        </section>
      )}
      {itemised && (
        <>
          <section>
            <h2>{t('documents')}</h2>
            <LinkedDocuments documents={project.documents} />
            <LeftOutLine what="documents" count={leftOut.documents} />
          </section>
          <section>
            <h2>{t('developments')}</h2>
            {developments.length === 0 ? (
              <p className="quiet">{t('noDevelopments')}</p>
            ) : (
              <Timeline developments={developments} />
            )}
            <LeftOutLine what="developments" count={leftOut.developments} />
          </section>
          <section>
            <h2>{t('sources')}</h2>
            <Citations citations={project.citations} />
          </section>
        </>
      )}
      <SubjectHistory kind="project" reference={reference} revisions={revisions}>
        <SinceLink day={statement?.asOf ?? project.conference.heldOn} />
        <Follow scope={{ of: 'projects', reference }} />
      </SubjectHistory>
      <DownloadLine of="item" table="projects" query={{ reference }} at={at} />
      {cited && <CiteBox cited={cited} />}
      <EmbedBox
        kind="projects"
        reference={reference}
        name={pickText(project.title, language)?.body ?? null}
      />
      <nav className="neighbours" aria-label={t('neighbours')}>
        {previous && (
          <a href={link(subjectPage('project', previous.reference))} rel="prev">
            {t('previous')}
            <span className="reference">{previous.reference}</span> <Words text={previous.title} />
          </a>
        )}
        {previous && next && <Separator />}
        {next && (
          <a href={link(subjectPage('project', next.reference))} rel="next">
            {t('next')}
            <span className="reference">{next.reference}</span> <Words text={next.title} />
          </a>
        )}
      </nav>
      <LoggedRevision kind="project" reference={reference} />
    </PublicPage>
  )
})
