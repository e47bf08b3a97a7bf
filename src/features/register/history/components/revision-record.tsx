import { getLocale, getTranslations } from 'next-intl/server'
import type { RevisionRecord } from '@/features/register/log/model'
import { changesBetween } from '@/features/register/log/model'
import { historyPage, revisionPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { Named } from '../model/names'
import { Changes, Corrected, RevisionLine } from './history'

type Props = {
  record: RevisionRecord
  names: Named
}

/** What the log keeps of one revision, value by value: what it changed, and the subject whole as it left it. */
export async function RevisionOfRecord({ record, names }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const { revision, snapshot } = record
  const { kind, reference, revision: number } = revision
  const history = historyPage(kind, reference)
  return (
    <details className="logged" id="record">
      <summary>
        <h2>{t('record.values')}</h2>
      </summary>
      <RevisionLine revision={revision} />
      <Corrected revision={revision} pageOf={(one) => revisionPage(kind, reference, one)} />
      <section className="revision">
        <Changes changes={revision.changes} names={names} isFirst={number === 1} />
      </section>
      {number > 1 && (
        <section className="revision">
          <h3>{t('record.whole')}</h3>
          <Changes changes={changesBetween(null, snapshot)} names={names} isFirst />
        </section>
      )}
      {history && (
        <p>
          <a className="standing" href={hrefTo(language, history)}>
            {t('record.all')}
          </a>
        </p>
      )}
    </details>
  )
}
