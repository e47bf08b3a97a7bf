import { getLocale, getTranslations } from 'next-intl/server'
import type { RevisionRecord } from '@/features/register/log/model'
import { changesBetween } from '@/features/register/log/model'
import type { ItemKind } from '@/features/register/states/model/states'
import { historyPage, revisionPage, subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { Names } from '../model/names'
import { Changes, Corrected, RevisionLine } from './history'

type Props = {
  record: RevisionRecord
  kind: ItemKind
  names: Names
}

/** One revision for good: whether it is current, what it changed, and the subject whole as it stood after it. */
export async function RevisionOfRecord({ kind, record, names }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const { revision, snapshot, latest } = record
  const { reference, revision: number } = revision
  const pageOf = (one: number) => revisionPage(kind, reference, one)
  const isCurrent = number === latest
  return (
    <>
      <div className="notice">
        <p>
          <strong>
            {isCurrent ? t('record.isCurrent') : t('record.isPast', { latest: String(latest) })}
          </strong>{' '}
          <a href={hrefTo(language, subjectPage(kind, reference))}>{t('record.toCurrent')}</a>
        </p>
        <p>{t('record.permanent')}</p>
      </div>
      <RevisionLine revision={revision} />
      <Corrected revision={revision} pageOf={pageOf} />
      <section className="revision">
        <Changes changes={revision.changes} names={names} isFirst={number === 1} />
      </section>
      {number > 1 && (
        <section className="revision">
          <h2>{t('record.whole')}</h2>
          <Changes changes={changesBetween(null, snapshot)} names={names} isFirst />
        </section>
      )}
      <nav className="neighbours" aria-label={t('record.all')}>
        {number > 1 && (
          <a href={hrefTo(language, pageOf(number - 1))} rel="prev">
            {t('record.previous', { number: String(number - 1) })}
          </a>
        )}
        <a href={hrefTo(language, historyPage(kind, reference))}>{t('record.all')}</a>
        {number < latest && (
          <a href={hrefTo(language, pageOf(number + 1))} rel="next">
            {t('record.next', { number: String(number + 1) })}
          </a>
        )}
      </nav>
    </>
  )
}
