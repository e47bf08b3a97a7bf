import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LeftOutLine } from '@/app/[locale]/(public)/left-out'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { Separator } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { EmbedBox } from '@/features/outlets/embeds/components/embed-box'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { fieldThings } from '@/features/outlets/structured-data/wording/subjects'
import { Timeline } from '@/features/register/developments/components/timeline'
import { listDevelopments } from '@/features/register/developments/queries'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { findField, listFields } from '@/features/register/fields/queries'
import { countLeftOutOf } from '@/features/register/log/queries/left-out'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { ProjectRow } from '@/features/register/projects/components/project-row'
import { listProjectsOfField } from '@/features/register/projects/queries/list-projects'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { Citations } from '@/features/register/sources/components/citations'
import { StateBar } from '@/features/register/states/components/state-bar'
import { UnknownCount } from '@/features/register/states/components/unknown-state'
import { NotItemised } from '@/features/register/subjects/components/not-itemised'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { TitleLink } from '@/features/register/texts/components/title'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { inQuotation } from '@/i18n/quotation'
import { shownDay } from '@/i18n/shown-moment'

const fieldFinding = { kind: 'field', find: findField } as const

export const generateMetadata = foundAndDescribed(
  fieldFinding,
  async ({ reference, name }, language) => {
    const [t, title] = [
      await getTranslations('fields'),
      pickText(name, language)?.body ?? reference,
    ]
    return {
      here: subjectPage('field', reference),
      title,
      feed: feedOfPage(language, { of: 'fields', reference }, title),
      description: t('description', { name: inQuotation(title, language) }),
    }
  },
)

export default foundAtItsMoment(fieldFinding, async function FieldPage(field, at) {
  const [language, t] = [await getLocale(), await getTranslations('fields')]
  const texts = await getTranslations('texts')
  const { reference } = field
  const leftOut = await countLeftOutOf({ kind: 'field', reference }, shownDay())
  const projects = await listProjectsOfField(reference)
  const unknown = projects.filter(({ state }) => state === null)
  const counts = (await listFields(field.conference.reference)).find(
    (candidate) => candidate.reference === reference,
  )
  const conferencePage = hrefTo(language, subjectPage('conference', field.conference.reference))
  return (
    <PublicPage
      here={subjectPage('field', reference)}
      revisedOn={await lastRevisedAt()}
      trail={[
        { label: t('trail'), href: hrefTo(language, '/conferences') },
        { label: <Words text={field.conference.name} />, href: conferencePage },
      ]}
    >
      <Described things={fieldThings(field, projects, language)} />
      <p className="eyebrow">
        {t('title', { number: String(field.number) })} ·{' '}
        <span className="reference">{reference}</span>
      </p>
      <h1>
        <Words text={field.name} />
      </h1>
      {counts && (projects.length === 0 || projects.some(({ state }) => state)) && (
        <StateBar counts={counts.states} />
      )}
      <UnknownCount
        count={unknown.length}
        slots={unknown.filter(({ itemised }) => !itemised).length}
      />
      <NotItemised
        of="projects"
        count={
          await countProjectsNotItemised({
            conference: field.conference.reference,
            field: reference,
          })
        }
      />
      {pickText(field.note, language) && (
        <section>
          <h2>{t('note')}</h2>
          <p className="measure">
            <Words text={field.note} />
          </p>
        </section>
      )}
      <section>
        <h2>{t('projects')}</h2>
        {projects.length === 0 ? (
          <p className="quiet">{t('noProjects')}</p>
        ) : (
          <>
            <p className="quiet">{texts('descriptiveProjects')}</p>
            <ul className="rows">
              {projects.map((project) => (
                <ProjectRow key={project.reference} project={project} />
              ))}
            </ul>
            <p>
              <a
                className="standing"
                href={hrefTo(language, { pathname: '/projects', query: { field: reference } })}
              >
                {t('filtered')}
              </a>
            </p>
          </>
        )}
      </section>
      <section>
        <h2>{t('documents')}</h2>
        {field.documents.length === 0 ? (
          <p className="quiet">{t('noDocuments')}</p>
        ) : (
          <ul className="rows">
            {field.documents.map((document) => (
              <li key={document.reference}>
                <p className="row-title">
                  <TitleLink
                    to={subjectPage('document', document.reference)}
                    text={document.title}
                  />
                </p>
                <p className="quiet">
                  <span className="reference">{document.reference}</span>
                  {document.signedOn && (
                    <>
                      {' · '}
                      {t('signedOn')} <DateText date={document.signedOn} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
        <LeftOutLine what="documents" count={leftOut.documents} />
        <NotItemised
          of="documents"
          count={
            await countDocumentsNotItemised({
              conference: field.conference.reference,
              field: reference,
            })
          }
        />
      </section>
      <section>
        <h2>{t('developments')}</h2>
        <Timeline developments={await listDevelopments({ fieldReference: reference })} />
        <LeftOutLine what="developments" count={leftOut.developments} />
      </section>
      <section>
        <h2>{t('sources')}</h2>
        <Citations citations={field.citations} />
      </section>
      <Follow scope={{ of: 'fields', reference }} />
      <EmbedBox
        kind="fields"
        reference={reference}
        name={pickText(field.name, language)?.body ?? null}
      />
      <nav className="neighbours" aria-label={t('neighbours')}>
        {field.previous && (
          <a href={hrefTo(language, subjectPage('field', field.previous.reference))} rel="prev">
            {t('previous')}
            <Words text={field.previous.name} />
          </a>
        )}
        {field.previous && field.next && <Separator />}
        {field.next && (
          <a href={hrefTo(language, subjectPage('field', field.next.reference))} rel="next">
            {t('next')}
            <Words text={field.next.name} />
          </a>
        )}
      </nav>
      <DownloadLine of="item" table="fields" query={{ reference }} at={at} />
      <LoggedRevision kind="field" reference={reference} />
    </PublicPage>
  )
})
