import { getLocale } from 'next-intl/server'
import { Words } from '@/components/site/words'
import type { ShownRevision } from '@/features/register/log/model'
import { historyPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { RevisionLine, SubjectMark } from './history'

/** What was published, each leading to its revision in the public history. */
export async function PublishedRows({ changes }: { changes: readonly ShownRevision[] }) {
  const language = await getLocale()
  return (
    <ul className="desk-rows">
      {changes.map((revision) => {
        const page = historyPage(revision.kind, revision.reference)
        const name = (
          <>
            <span className="reference">{revision.reference}</span>{' '}
            {pickText(revision.title, language) && <Words text={revision.title} />}
          </>
        )
        return (
          <li key={revision.number} data-row>
            <p className="desk-row-title">
              {page ? (
                <a href={`${hrefTo(language, page)}#revision-${revision.revision}`} data-open>
                  {name}
                </a>
              ) : (
                name
              )}
              <SubjectMark revision={revision} />
            </p>
            <RevisionLine revision={revision} />
          </li>
        )
      })}
    </ul>
  )
}
