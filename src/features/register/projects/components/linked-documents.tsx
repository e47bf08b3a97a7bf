import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { LinkedDocument } from '../model'

/** The documents linked with a project, each with its parties and who signed it. */
export async function LinkedDocuments({ documents }: { documents: readonly LinkedDocument[] }) {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  if (documents.length === 0) return <p className="quiet">{t('noDocuments')}</p>
  return (
    <ul className="rows">
      {documents.map(({ reference, title, signedOn, parties, signatories }) => (
        <li key={reference}>
          <p className="row-title">
            <a href={hrefTo(language, subjectPage('document', reference))}>
              <Words text={title} />
            </a>
          </p>
          <dl className="facts">
            {signedOn && (
              <>
                <dt>{t('signedOn')}</dt>
                <dd>
                  <DateText date={signedOn} />
                </dd>
              </>
            )}
            {parties.length > 0 && (
              <>
                <dt>{t('parties')}</dt>
                <dd>
                  {parties.map(({ slug, name }, index) => (
                    <Fragment key={slug}>
                      {index > 0 && ' · '}
                      <a href={hrefTo(language, subjectPage('organisation', slug))}>
                        <Words text={name} />
                      </a>
                    </Fragment>
                  ))}
                </dd>
              </>
            )}
            {signatories.length > 0 && (
              <>
                <dt>{t('signatories')}</dt>
                <dd>
                  {signatories.map(({ slug, name }, index) => (
                    <Fragment key={slug}>
                      {index > 0 && ' · '}
                      <a href={hrefTo(language, subjectPage('person', slug))}>
                        <Words text={name} />
                      </a>
                    </Fragment>
                  ))}
                </dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ul>
  )
}
