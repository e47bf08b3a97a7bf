import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { ArchiveFacts } from '@/features/outlets/downloads/components/archive-facts'
import { FileList } from '@/features/outlets/downloads/components/file-list'
import { formats } from '@/features/outlets/downloads/model/table'
import { findArchive } from '@/features/outlets/downloads/queries/find-archive'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { licenceText } from '@/i18n/licence'
import { hrefTo } from '@/i18n/navigation'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const here = '/data'

export const generateMetadata = describedAtItsMoment(describedBy('downloads', here))

export default atItsMoment(async function DataPage({ at }) {
  const [language, t] = [await getLocale(), await getTranslations('downloads')]
  const notes = await getTranslations('exchange.notes')
  const about = await getTranslations('about')
  return (
    <PublicPage here={here} revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <section aria-labelledby="licence">
        <h2 id="licence">{t('licence.heading')}</h2>
        <p>{licenceText(language)}</p>
        <p>{notes('independenceText')}</p>
      </section>
      <section aria-labelledby="lists">
        <h2 id="lists">{t('lists.heading')}</h2>
        <p>{t('lists.lead')}</p>
        <FileList at={at} />
        <p>
          <a className="standing" href={hrefTo(language, '/sources')}>
            {about('sources')}
          </a>
        </p>
      </section>
      <section aria-labelledby="forms">
        <h2 id="forms">{t('forms.heading')}</h2>
        <dl className="facts">
          {([...formats, 'at'] as const).map((form) => (
            <div key={form} style={{ display: 'contents' }}>
              <dt>{form === 'at' ? <code>at</code> : form.toUpperCase()}</dt>
              <dd>{t(`forms.${form}`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a className="standing" href={hrefTo(language, '/data/dictionary')}>
            {t('dictionary.title')}
          </a>
        </p>
      </section>
      <section aria-labelledby="archive">
        <h2 id="archive">{t('archive.heading')}</h2>
        <p>{t('archive.lead')}</p>
        <ArchiveFacts archive={await findArchive()} />
      </section>
    </PublicPage>
  )
})
