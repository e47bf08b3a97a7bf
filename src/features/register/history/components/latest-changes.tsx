import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import type { LatestRevisions } from '@/features/register/log/queries/revisions'
import { historyPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { RevisionLine, SubjectMark } from './history'

type Props = {
  latest: LatestRevisions
}

/** The last changes, each leading to its revision; corrections of wording alone in one line, and the first entry of the facts in one. */
export async function LatestChanges({ latest: { changes, entered, wording } }: Props) {
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
        {wording && (
          <li className="quiet">
            <a href={hrefTo(language, { pathname: '/changes', query: { only: 'wording' } })}>
              {t('wording', { count: wording.count })}
            </a>{' '}
            <DateText date={wording.to} />
          </li>
        )}
        {entered && (
          <li className="quiet">
            {t('entered', { count: String(entered.count) })} <DateText date={entered.to} />
          </li>
        )}
      </ul>
    </>
  )
}
