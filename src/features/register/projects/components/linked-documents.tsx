import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { DateText } from '@/components/site/date-text'
import { WordsLink } from '@/components/site/words'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { TitleLink } from '@/features/register/texts/components/title'
import type { LinkedDocument } from '../model'

/** The documents linked with a project, each with its parties and who signed it. */
export async function LinkedDocuments({ documents }: { documents: readonly LinkedDocument[] }) {
  const t = await getTranslations('projects')
  if (documents.length === 0) return <p className="quiet">{t('noDocuments')}</p>
  return (
    <>
      <p className="quiet">{t('linkedByEditors')}</p>
      <ul className="rows">
        {documents.map(({ reference, title, signedOn, parties, signatories }) => (
          <li key={reference}>
            <p className="row-title">
              <TitleLink to={subjectPage('document', reference)} text={title} />
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
              <Linked term={t('parties')} kind="organisation" linked={parties} />
              <Linked term={t('signatories')} kind="person" linked={signatories} />
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was signed at the session on a project of which nothing later is reported: shown as what it is. */
export async function SignedAtSession({ documents }: { documents: readonly LinkedDocument[] }) {
  const t = await getTranslations('projects')
  return documents.length === 0 ? null : (
    <p>
      {t('signedAtSession')}{' '}
      {documents.map(({ reference, title }, index) => (
        <Fragment key={reference}>
          {index > 0 && ' · '}
          <TitleLink to={subjectPage('document', reference)} text={title} />
        </Fragment>
      ))}
    </p>
  )
}

type LinkedProps = {
  term: string
  kind: 'organisation' | 'person'
  linked: LinkedDocument['parties' | 'signatories']
}

/** Who takes part, each a link; nothing where nobody does. */
function Linked({ term, kind, linked }: LinkedProps) {
  if (linked.length === 0) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {linked.map(({ slug, name }, index) => (
          <Fragment key={slug}>
            {index > 0 && ' · '}
            <WordsLink to={subjectPage(kind, slug)} text={name} />
          </Fragment>
        ))}
      </dd>
    </>
  )
}
