import { getLocale, getTranslations } from 'next-intl/server'
import { formatMoment, formatNumber } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { type Archive, archiveName } from '../model/table'

/** The archive as it lies ready: of when, how large, and its fingerprint. Null while there is none. */
export async function ArchiveFacts({ archive }: { archive: Archive | null }) {
  const [language, t] = [await getLocale(), await getTranslations('downloads.archive')]
  if (!archive) return <p className="notice">{t('none')}</p>
  const file = (
    <a className="standing" href={`/data/${archiveName}`} download>
      {archiveName}
    </a>
  )
  const date = formatMoment(archive.headRecordedAt, language)
  const facts = [
    ['file', file],
    ['date', t('revision', { date, number: String(archive.head) })],
    ['size', t('bytes', { size: formatNumber(archive.bytes, language) })],
    ['sha256', archive.sha256],
  ] as const
  return (
    <>
      <dl className="facts">
        {facts.map(([name, says]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(name)}</dt>
            <dd className={name === 'sha256' ? 'hash' : undefined}>{says}</dd>
          </div>
        ))}
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
