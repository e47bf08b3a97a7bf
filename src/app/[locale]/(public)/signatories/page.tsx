import { getLocale, getTranslations } from 'next-intl/server'
import { Separator } from '@/components/site/aside'
import { PublicPage } from '@/components/site/public-page'
import { WordsLink } from '@/components/site/words'
import { Described } from '@/features/outlets/structured-data/components/described'
import { listThings } from '@/features/outlets/structured-data/wording/register'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { byName } from '@/features/register/persons/model'
import { listPersons } from '@/features/register/persons/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const here = '/signatories'

export const generateMetadata = describedAtItsMoment(describedBy('persons', here))

export default atItsMoment(async function SignatoriesPage() {
  const [language, t] = [await getLocale(), await getTranslations('persons')]
  const persons = byName(await listPersons(), language)
  return (
    <PublicPage here={here} revisedOn={await lastRevisedAt()} trail={[]}>
      <Described things={listThings('person', persons, language)} />
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      {persons.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="rows">
          {persons.map(({ slug, name, documents, chaired }) => (
            <li key={slug} className="row">
              <p className="row-title">
                <WordsLink to={subjectPage('person', slug)} text={name} />
              </p>
              <div className="row-facts">
                <span>{t('documentCount', { count: documents })}</span>
                {chaired > 0 && <Separator />}
                {chaired > 0 && <span>{t('chairedCount', { count: chaired })}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </PublicPage>
  )
})
