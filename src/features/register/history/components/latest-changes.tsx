import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import type { ShownRevision } from '@/features/register/log/model'
import { historyPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { RevisionLine, SubjectMark } from './history'

type Props = {
  latest: {
    changes: readonly ShownRevision[]
    /** `to` is an ISO time. */
    entered: { count: number; to: string } | null
  }
}

/** The last changes, each leading to its revision, and the first entry of the facts in one line. */
export async function LatestChanges({ latest: { changes, entered } }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('home')]
  return (
    <>
      {changes.length === 0 && <p className="quiet">{t('noChanges')}</p>}
      <ul className="rows">
        {changes.map((revision) => {
          const page = historyPage(revision.kind, revision.reference)
          const name = pickText(revision.title, language) ? (
            <Words text={revision.title} />
          ) : (
            revision.reference
          )
          return (
            <li key={revision.number}>
              <p className="row-title">
                {page ? (
                  <a href={`${hrefTo(language, page)}#revision-${revision.revision}`}>{name}</a>
                ) : (
                  name
                )}
                <SubjectMark revision={revision} />
              </p>
              <RevisionLine revision={revision} />
            </li>
          )
        })}
        {entered && (
          <li className="quiet">
            {t('entered', { count: String(entered.count) })} <DateText date={entered.to} />
          </li>
        )}
      </ul>
    </>
  )
}
