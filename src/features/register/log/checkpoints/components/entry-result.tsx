import { getLocale, getTranslations } from 'next-intl/server'
import { historyPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { CheckedEntry } from '../queries/verify'

/** Whether a revision is in the signed log, and where to read on. */
export async function EntryResult({ entry }: { entry: CheckedEntry & { found: true } }) {
  const [language, t] = [await getLocale(), await getTranslations('verify.entry')]
  const { number, kind, reference, revision, isSound, checkpoint, leaf } = entry
  const facts = { number, reference, revision, checkpoint: checkpoint.number }
  const history = historyPage(kind, reference)
  return (
    <div className={isSound ? 'verdict' : 'verdict verdict-bad'} role="status">
      <p>
        <strong>{isSound ? '✓' : '✗'}</strong> {t(isSound ? 'sound' : 'unsound', facts)}
      </p>
      <p>
        {t('leaf')}
        <br />
        <code className="hash">{leaf}</code>
      </p>
      <ul className="verdict-links">
        <li>
          <a href={`/log/entries/${number}`}>{t('own')}</a>
        </li>
        <li>
          <a href={`/log/proof/inclusion?entry=${number}&size=${checkpoint.size}`}>{t('proof')}</a>
        </li>
        {history && (
          <li>
            <a href={`${hrefTo(language, history)}#revision-${revision}`}>{t('history')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
