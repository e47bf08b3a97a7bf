import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { PublisherName } from '@/features/register/sources/components/publisher-name'
import { SourceLink } from '@/features/register/sources/components/source-link'
import { readableAddress, type ShownSource } from '@/features/register/sources/model'
import { isBlank } from '@/i18n/localized-text'

/** All that is held of a source itself; what is not known is said. */
export async function SourceFacts({ source }: { source: ShownSource }) {
  const [language, t] = [await getLocale(), await getTranslations('sources')]
  const texts = await getTranslations('texts')
  const { publishedOn, kind, url, note } = source
  return (
    <dl className="facts">
      <dt>{t('facts.publisher')}</dt>
      <dd>
        <PublisherName source={source} page={language} />
      </dd>
      <dt>{t('facts.day')}</dt>
      <dd>{publishedOn ? <DateText date={publishedOn} /> : t('undated')}</dd>
      <dt>{t('facts.kind')}</dt>
      <dd>{t(`kinds.${kind}`)}</dd>
      <dt>{t('facts.language')}</dt>
      <dd>{texts(`nameIn.${source.language}`)}</dd>
      <dt>{t('facts.address')}</dt>
      <dd className="web-address">
        {url ? <SourceLink url={url}>{readableAddress(url)}</SourceLink> : t('addressUnknown')}
      </dd>
      {!isBlank(note) && (
        <>
          <dt>{t('facts.note')}</dt>
          <dd>
            <Words text={note} />
          </dd>
        </>
      )}
    </dl>
  )
}
