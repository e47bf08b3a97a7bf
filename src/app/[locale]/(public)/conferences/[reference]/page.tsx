import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { LoggedRevision } from '@/app/[locale]/(public)/logged-revision'
import { DateText } from '@/components/site/date-text'
import { PublicPage } from '@/components/site/public-page'
import { Words, WordsLink } from '@/components/site/words'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { Described } from '@/features/outlets/structured-data/components/described'
import { conferenceThings } from '@/features/outlets/structured-data/wording/subjects'
import { Announced, Announcements } from '@/features/register/conferences/components/announced'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { findConference } from '@/features/register/conferences/queries/conferences'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { Citations } from '@/features/register/sources/components/citations'
import { ledgerPage, subjectPage } from '@/features/register/subjects/model/pages'
import { TitleLink } from '@/features/register/texts/components/title'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

const conferenceFinding = { kind: 'conference', find: findConference } as const

export const generateMetadata = foundAndDescribed(
  conferenceFinding,
  async (conference, language) => ({
    here: subjectPage('conference', conference.reference),
    title: pickText(conference.name, language)?.body ?? conference.reference,
    description: (await getTranslations('conferences'))('description'),
  }),
)

export default foundAtItsMoment(conferenceFinding, async function ConferencePage(conference, at) {
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  const { reference } = conference
  const [latest] = await listRevisions({ kind: 'conference', reference })
  const counted = conference.documents.filter((document) => document.isCounted)
  const beside = conference.documents.filter((document) => !document.isCounted)
  return (
    <PublicPage
      here={subjectPage('conference', reference)}
      revisedOn={latest?.recordedAt ?? null}
      trail={[{ label: t('title'), href: hrefTo(language, '/conferences') }]}
    >
      <Described things={conferenceThings(conference, language)} />
      <h1>
        <Words text={conference.name} />
      </h1>
      <dl className="facts">
        <div>
          <dt>{t('heldOn')}</dt>
          <dd>
            <DateText date={conference.heldOn} />
          </dd>
        </div>
        <div>
          <dt>{t('place')}</dt>
          <dd>
            <Words text={conference.place} />
          </dd>
        </div>
        <div>
          <dt>{t('chairs')}</dt>
          <dd>
            <ul className="plain-list">
              {conference.chairs.map((chair) => (
                <li key={chair.side}>
                  <WordsLink to={subjectPage('person', chair.slug)} text={chair.name} />
                  {pickText(chair.city, language) && (
                    <span className="quiet">
                      {' '}
                      · <Words text={chair.city} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {pickText(conference.note, language) && (
        <p className="measure">
          <Words text={conference.note} />
        </p>
      )}
      <h2>{t('comparison')}</h2>
      <Announcements conference={conference} />
      <ul>
        <li>
          <a href={hrefTo(language, ledgerPage(reference))}>{t('ledger.link')}</a>
        </li>
        {conference.itemised.projects + conference.slots.projects > 0 && (
          <li>
            <a href={hrefTo(language, { pathname: '/projects', query: { conference: reference } })}>
              {t('projectsLink')}
            </a>
          </li>
        )}
        {conference.documents.length + conference.slots.documents > 0 && (
          <li>
            <a
              href={hrefTo(language, { pathname: '/documents', query: { conference: reference } })}
            >
              {t('documentsLink')}
            </a>
          </li>
        )}
      </ul>
      <h2>{t('fieldsHeading')}</h2>
      {conference.fields.length === 0 ? (
        <p className="quiet">{t('fieldsNone')}</p>
      ) : (
        <ol>
          {conference.fields.map((field) => (
            <li key={field.reference} value={field.number}>
              <WordsLink to={subjectPage('field', field.reference)} text={field.name} />
            </li>
          ))}
        </ol>
      )}
      <h2>{t('documentsHeading')}</h2>
      {conference.documents.length === 0 && <p className="quiet">{t('documentsNone')}</p>}
      {[
        { heading: t('counted'), documents: counted },
        { heading: t('notCounted'), documents: beside },
      ]
        .filter(({ documents }) => documents.length > 0)
        .map(({ heading, documents }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <ul>
              {documents.map((document) => (
                <li key={document.reference}>
                  <TitleLink
                    to={subjectPage('document', document.reference)}
                    text={document.title}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      <h2>{t('sources')}</h2>
      {announcementKinds
        .filter((kind) => conference.announced[kind].citations.length > 0)
        .map((kind) => (
          <section key={kind}>
            <h3>
              {t(kind)} · <Announced conference={conference} kind={kind} />
            </h3>
            <Citations citations={conference.announced[kind].citations} />
          </section>
        ))}
      <DownloadLine of="item" table="conferences" query={{ reference }} at={at} />
      <LoggedRevision kind="conference" reference={reference} />
    </PublicPage>
  )
})
