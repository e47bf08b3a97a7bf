import { getLocale, getTranslations } from 'next-intl/server'
import { changesBetween } from '@/features/register/log/model'
import {
  comparisonPage,
  revisionPage,
  type WithHistory,
} from '@/features/register/subjects/model/pages'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { formatDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { ComparedEnd } from '../model/comparison'
import type { Named } from '../model/names'
import { Changes, RevisionLine } from './history'

type Found = Extract<ComparedEnd, { problem: null }>
type Props = {
  kind: WithHistory
  reference: string
  from: Found
  to: Found
  /** The subject as each of the two left it. */
  snapshots: { from: Snapshot; to: Snapshot }
  names: Named
}

/** Which two revisions are compared, each with its permanent page, and what differs between them, place by place. */
export async function Comparison({ kind, reference, from, to, snapshots, names }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('compare')]
  const changes = changesBetween(snapshots.from, snapshots.to)
  const swapped = comparisonPage(kind, reference, { from: to.asked, to: from.asked })
  return (
    <>
      <dl className="facts">
        <dt>{t('from')}</dt>
        <dd>
          <End kind={kind} reference={reference} end={from} />
        </dd>
        <dt>{t('to')}</dt>
        <dd>
          <End kind={kind} reference={reference} end={to} />
        </dd>
      </dl>
      {from.revision.revision > to.revision.revision && <p className="notice">{t('reversed')}</p>}
      <p>
        <a className="standing" href={hrefTo(language, swapped)}>
          {t('swap')}
        </a>
      </p>
      <section className="revision">
        <h2>{t('changes')}</h2>
        {changes.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <Changes changes={changes} names={names} isFirst={false} />
        )}
      </section>
    </>
  )
}

async function End({ kind, reference, end }: Pick<Props, 'kind' | 'reference'> & { end: Found }) {
  const [language, t] = [await getLocale(), await getTranslations()]
  const { revision, isDay, asked } = end
  return (
    <>
      <a href={hrefTo(language, revisionPage(kind, reference, revision.revision))}>
        {t('revisions.heading', { number: String(revision.revision) })}
      </a>
      {isDay && <> · {t('compare.ofDay', { day: formatDay(asked, language) })}</>}
      <RevisionLine revision={revision} />
    </>
  )
}
