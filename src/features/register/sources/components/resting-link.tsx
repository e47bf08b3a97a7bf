import { getLocale, getTranslations } from 'next-intl/server'
import { Unseen } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { ShownSource } from '../model'
import { PublisherName } from './publisher-name'

type Props = { source: Pick<ShownSource, 'slug' | 'publishedOn' | 'language'> & ShownPublisher }
type ShownPublisher = Parameters<typeof PublisherName>[0]['source']

/** Beside a source that is cited, the quiet way to its page: what else rests on it. */
export async function RestingLink({ source }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  return (
    <a className="resting-link" href={hrefTo(language, subjectPage('source', source.slug))}>
      {t('rests')}
      <Unseen>
        (<PublisherName source={source} page={language} />
        {source.publishedOn && (
          <>
            {t('separator')}
            <DateText date={source.publishedOn} />
          </>
        )}
        )
      </Unseen>
    </a>
  )
}
