import { getLocale, getTranslations } from 'next-intl/server'
import { formatMoment, formatNumber } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { type Archive, archiveName } from '../model/table'

/** The archive as it lies ready: of when, how large, and its fingerprint. Null while there is none. */
export async function ArchiveFacts({ archive }: { archive: Archive | null }) {
  const [language, t] = [await getLocale(), await getTranslations('downloads.archive')]
  if (!archive) return <p className="notice">{t('none')}</p>
  return (
    <>
      <dl className="facts">
        <div style={{ display: 'contents' }}>
          <dt>{t('file')}</dt>
          <dd>
            <a className="standing" href={`/data/${archiveName}`} download>
              {archiveName}
            </a>
          </dd>
        </div>
        <div style={{ display: 'contents' }}>
          <dt>{t('date')}</dt>
          <dd>
            {t('revision', {
              date: formatMoment(archive.headRecordedAt, language),
              number: String(archive.head),
            })}
          </dd>
        </div>
        <div style={{ display: 'contents' }}>
          <dt>{t('size')}</dt>
          <dd>{t('bytes', { size: formatNumber(archive.bytes, language) })}</dd>
        </div>
        <div style={{ display: 'contents' }}>
          <dt>{t('sha256')}</dt>
          <dd className="hash">{archive.sha256}</dd>
        </div>
      </dl>
      <p>{t('check')}</p>
      <pre className="command">
        <code>sha256sum -c SHA256SUMS</code>
      </pre>
      <p>
        <a className="standing" href={hrefTo(language, '/verify')}>
          {t('log')}
        </a>
      </p>
    </>
  )
}
