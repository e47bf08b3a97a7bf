import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ShownRevision } from '@/features/register/log/model'
import { historyPage, type WithHistory } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { RevisionLine } from './history'

type Props = {
  kind: WithHistory
  reference: string
  /** Newest first. */
  revisions: readonly ShownRevision[]
  /** What else leads to changes of the subject. */
  children?: ReactNode
}

/** On the page of a subject: its last three revisions, how many correct wording alone, and the way to all of them. */
export async function SubjectHistory({ kind, reference, revisions, children }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const wording = revisions.filter(({ correctsWording }) => correctsWording).length
  return (
    <section>
      <h2>{t('history')}</h2>
      <ul className="rows">
        {revisions.slice(0, 3).map((revision) => (
          <li key={revision.number}>
            <RevisionLine revision={revision} />
          </li>
        ))}
      </ul>
      <p>
        <a className="standing" href={hrefTo(language, historyPage(kind, reference))}>
          {t('whole', { count: String(revisions.length) })}
        </a>
      </p>
      {wording > 0 && <p className="quiet">{t('correction.wording', { count: wording })}</p>}
      {children}
    </section>
  )
}
