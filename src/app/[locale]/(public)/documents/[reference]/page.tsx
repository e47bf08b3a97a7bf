import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LeftOutLine } from '@/app/[locale]/(public)/left-out'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { PublicPage } from '@/components/site/public-page'
import { Words } from '@/components/site/words'
import { CiteBox } from '@/features/outlets/citations/components/cite-box'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { EmbedBox } from '@/features/outlets/embeds/components/embed-box'
import { Follow } from '@/features/outlets/feeds/components/follow'
import { feedOfPage } from '@/features/outlets/feeds/wording/page-feed'
import { Described } from '@/features/outlets/structured-data/components/described'
import { documentThings } from '@/features/outlets/structured-data/wording/subjects'
import { Timeline } from '@/features/register/developments/components/timeline'
import { listDevelopments } from '@/features/register/developments/queries'
import { DocumentFacts } from '@/features/register/documents/components/document-facts'
import { DocumentTitle } from '@/features/register/documents/components/document-rows'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { CorrectionNotice } from '@/features/register/history/components/correction-notice'
import { SinceLink } from '@/features/register/history/components/since-link'
import { SubjectHistory } from '@/features/register/history/components/subject-history'
import { countLeftOutOf } from '@/features/register/log/queries/left-out'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { Citations } from '@/features/register/sources/components/citations'
import { Statement } from '@/features/register/states/components/statement'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { Passage } from '@/features/register/texts/components/passage'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { shownDay, shownMoment } from '@/i18n/shown-moment'
import { now } from '@/server/clock'

const documentFinding = { kind: 'document', find: findDocument } as const

export const generateMetadata = foundAndDescribed(documentFinding, async (document, language) => {
  const { reference, itemised } = document
  const t = await getTranslations('documents')
  const name = pickText(document.title, language)?.body ?? t('slotTitle', { reference })
  const titled = await getTranslations('site')
  const title = itemised ? titled('titled', { name, reference }) : name
  return {
    here: subjectPage('document', reference),
    title,
    feed: feedOfPage(language, { of: 'documents', reference }, title),
    description: t(itemised ? 'documentDescription' : 'slotDescription', { reference }),
  }
})

export default foundAtItsMoment(documentFinding, async function DocumentPage(document, at) {
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  const standing = await getTranslations('standing')
  const { reference } = document
  const leftOut = await countLeftOutOf({ kind: 'document', reference }, shownDay())
  const developments = document.itemised
    ? await listDevelopments({ documentReference: reference })
    : []
  const revisions = await listRevisions({ kind: 'document', reference })
  const cited = await findCited('document', reference)
  return (
    <PublicPage
      here={subjectPage('document', reference)}
      revisedOn={document.lastRevisedAt}
      trail={[{ label: t('title'), href: hrefTo(language, '/documents') }]}
    >
      <Described things={documentThings(document, language)} />
      <p className="eyebrow reference">{reference}</p>
      <h1>
        <DocumentTitle document={document} />
        <DescriptiveMark text={document.title} />
      </h1>
      <CorrectionNotice revisions={revisions} now={shownMoment()?.instant ?? now().toISOString()} />
      {document.itemised ? (
        <section aria-labelledby="printed-title">
          <h2 id="printed-title">{t('titleOrigin')}</h2>
          <Passage text={document.title} />
          <Passage text={document.note} />
        </section>
      ) : (
        <section aria-labelledby="slot">
          <h2 id="slot">{t('slotHeading')}</h2>
          <p>{t('slotKnown')}</p>
          <p>{t('slotUnknown')}</p>
        </section>
      )}
      {document.counted === 'unclear' && (
        <p className="notice">{t('unclearNotice', { number: document.announced ?? '?' })}</p>
      )}
      <section aria-labelledby="state">
        <h2 id="state">{shownDay() ? standing('status') : t('stateNow')}</h2>
        <Statement kind="document" state={document.state} statement={document.statement} />
        {!document.itemised && <p>{t('stateOfSlot')}</p>}
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">{t('factsHeading')}</h2>
        <DocumentFacts document={document} />
      </section>
      {document.itemised && (
        <>
          <section aria-labelledby="linked">
            <h2 id="linked">{t('linked')}</h2>
            <p className="quiet">
              {document.fields.length + document.projects.length === 0
                ? t('linkedNone')
                : t('linkedByEditors')}
            </p>
            <ul>
              {document.fields.map((field) => (
                <li key={field.reference}>
                  {t('field')}{' '}
                  <a href={hrefTo(language, subjectPage('field', field.reference))}>
                    {field.reference} <Words text={field.name} />
                  </a>
                </li>
              ))}
              {document.projects.map((project) => (
                <li key={project.reference}>
                  {t('project')}{' '}
                  <a href={hrefTo(language, subjectPage('project', project.reference))}>
                    {project.reference} <Words text={project.title} />
                  </a>
                  <DescriptiveMark text={project.title} />
                </li>
              ))}
            </ul>
          </section>
          {document.projects.length > 0 && (
            <section aria-labelledby="developments">
              <h2 id="developments">{t('developments')}</h2>
              <p className="quiet">{t('developmentsMeaning')}</p>
              <Timeline developments={developments} />
              <LeftOutLine what="developments" count={leftOut.developments} />
            </section>
          )}
        </>
      )}
      {document.citations.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{t('sources')}</h2>
          <Citations citations={document.citations} />
        </section>
      )}
      <SubjectHistory kind="document" reference={reference} revisions={revisions}>
        {document.signedOn && <SinceLink day={document.signedOn} />}
        <Follow scope={{ of: 'documents', reference }} />
      </SubjectHistory>
      <DownloadLine of="item" table="documents" query={{ reference }} at={at} />
      {cited && <CiteBox cited={cited} />}
      <EmbedBox
        kind="documents"
        reference={reference}
        name={pickText(document.title, language)?.body ?? null}
      />
      <LoggedRevision kind="document" reference={reference} />
    </PublicPage>
  )
})
