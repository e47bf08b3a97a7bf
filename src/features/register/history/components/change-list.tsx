import { getLocale, getTranslations } from 'next-intl/server'
import { Unseen } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import type { ShownRevision } from '@/features/register/log/model'
import { kinds, type SubjectKind } from '@/features/register/subjects/model/kinds'
import { revisionPage } from '@/features/register/subjects/model/pages'
import { hongKongDay } from '@/i18n/formats'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import type { Named } from '../model/names'
import { Changes, Corrected, RevisionLine, SubjectMark } from './history'

type Props = {
  changes: readonly ShownRevision[]
  names: Named
}

/** Changes of the register by day in Hong Kong, each with what it was about and, to be opened, what it changed. */
export async function ChangeList({ changes, names }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const days = new Map<string, ShownRevision[]>()
  for (const one of changes) {
    const day = hongKongDay(one.recordedAt)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day}>
      <h2>
        <DateText date={day} />
      </h2>
      <ul className="rows">
        {ofDay.map((revision) => {
          const { kind, reference } = revision
          const pageOf = (number: number) => revisionPage(kind, reference, number)
          const page = pageOf(revision.revision)
          const name = pickText(revision.title, language) ? <Words text={revision.title} /> : null
          const subject = (
            <>
              {(!name || isReadable(kind)) && <span className="reference">{reference}</span>} {name}
            </>
          )
          return (
            <li key={revision.number} id={`change-${revision.number}`}>
              <p className="row-title">
                <span className="quiet">{t(`kinds.${kind}`)}</span>{' '}
                {page ? <a href={hrefTo(language, page)}>{subject}</a> : subject}
                <SubjectMark revision={revision} />
              </p>
              <RevisionLine revision={revision} />
              <Corrected revision={revision} pageOf={pageOf} />
              {(revision.revision > 1 || !page) && (
                <details>
                  <summary>
                    {t('log.show')}
                    <Unseen>{subject}</Unseen>
                  </summary>
                  <Changes
                    changes={revision.changes}
                    names={names}
                    isFirst={revision.revision === 1}
                  />
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

/** Whether readers know the things of a kind by their references: the others go by slugs, which are for addresses. */
function isReadable(kind: SubjectKind): boolean {
  return kinds[kind].key === 'reference' || kind === 'development'
}
