import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { findDay, readStandings } from '@/features/register/log/queries/standing'
import { type RecordedKind, subjectPage } from '@/features/register/subjects/model/pages'
import { formatDay } from '@/i18n/formats'
import { hrefAt } from '@/i18n/navigation'

type Props = {
  /** The day (ISO) that was asked for. */
  day: string
  kind: RecordedKind
  reference: string
}

/** In place of the page of a subject, on a day when it was not announced or signed yet; null for any other subject. */
export async function NotThereYet({ day, kind, reference }: Props) {
  const asked = await findDay({ on: day })
  const standing = (asked ? await readStandings(asked) : []).find(
    (one) => one.kind === kind && one.reference === reference,
  )
  if (!standing?.notBefore) return null
  const [language, t] = [await getLocale(), await getTranslations('standing.notYet')]
  const here = subjectPage(kind, reference)
  return (
    <PublicPage here={here} revisedOn={null} trail={[]}>
      <h1>{t('title', { reference })}</h1>
      <p className="lead">
        {t(kind === 'document' ? 'signed' : 'announced', {
          reference,
          asked: formatDay(day, language),
          day: formatDay(standing.notBefore, language),
        })}
      </p>
      <p>
        <a className="standing" href={hrefAt(language, here, null)}>
          {t('present', { reference })}
        </a>
      </p>
    </PublicPage>
  )
}
