import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { correctionsIn, type ShownRevision } from '@/features/register/log/model'
import { historyPage } from '@/features/register/subjects/model/pages'
import { languageTags } from '@/i18n/language'
import { pickWords } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  /** Those of one subject, the newest first. */
  revisions: readonly ShownRevision[]
  /** ISO time. */
  now: string
}

/**
 * The corrections of an item, when and why; those older than a year are folded away. Renders nothing where
 * there are none.
 */
export async function CorrectionNotice({ revisions, now }: Props) {
  const t = await getTranslations('revisions.correction')
  const { recent, older } = correctionsIn(revisions, now)
  if (recent.length + older.length === 0) return null
  return (
    <aside className="notice" aria-labelledby="corrections">
      <h2 id="corrections" className="notice-title">
        {t('title')}
      </h2>
      <Corrections revisions={recent} />
      {older.length > 0 && (
        <details>
          <summary>{t('older', { count: older.length })}</summary>
          <Corrections revisions={older} />
        </details>
      )}
    </aside>
  )
}

async function Corrections({ revisions }: { revisions: readonly ShownRevision[] }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.correction')]
  if (revisions.length === 0) return null
  return (
    <ul className="plain-list corrections">
      {revisions.map((revision) => {
        const page = historyPage(revision.kind, revision.reference)
        const corrected = revision.correctsRevision ?? revision.corrects ?? 0
        const sentence = t('line', { number: String(corrected) })
        return (
          <li key={revision.number}>
            <p>
              <DateText date={revision.recordedAt} />{' '}
              {page ? (
                <a href={`${hrefTo(language, page)}#revision-${revision.revision}`}>{sentence}</a>
              ) : (
                sentence
              )}
            </p>{' '}
            <CorrectionReason revision={revision} />
          </li>
        )
      })}
    </ul>
  )
}

/** Why a revision corrects another, in the reader's language, else in the nearest that holds it, which it then says. */
export async function CorrectionReason({ revision }: { revision: ShownRevision }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions.correction')]
  const texts = await getTranslations('texts')
  const why = pickWords(revision.correctionReason, language)
  if (!why) return null
  return (
    <p>
      {t('why')} <span lang={languageTags[why.language]}>{why.text}</span>
      {why.language !== language && (
        <small className="fallback">{texts(`fallback.${why.language}`)}</small>
      )}
    </p>
  )
}
