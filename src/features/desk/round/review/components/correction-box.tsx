import { getLocale, getTranslations } from 'next-intl/server'
import { RevisionLine } from '@/features/register/history/components/history'
import type { Correction, ShownRevision } from '@/features/register/log/model'
import { historyPage } from '@/features/register/subjects/model/pages'
import { languages, languageTags } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'

/** That a submission is a correction: of which revision, and why, as readers will be told. */
export async function CorrectionBox({
  correction,
  corrected,
}: {
  correction: Correction
  /** The entry that it corrects; null for one that is none of the subject's. */
  corrected: ShownRevision | null
}) {
  const [language, t] = [await getLocale(), await getTranslations('submissions.correction')]
  const page = corrected && historyPage(corrected.kind, corrected.reference)
  return (
    <section className="notice">
      <h2>{t('title')}</h2>
      <p>
        {corrected && page ? (
          <a href={`${hrefTo(language, page)}#revision-${corrected.revision}`}>
            {t('of', { number: corrected.revision })}
          </a>
        ) : (
          t('ofLog', { number: correction.revision })
        )}
      </p>
      {corrected && <RevisionLine revision={corrected} />}
      <dl className="facts">
        <dt>{t('why')}</dt>
        <dd>
          {languages.map(
            (other) =>
              correction.why[other] && (
                <p key={other} lang={languageTags[other]}>
                  {correction.why[other]}
                </p>
              ),
          )}
        </dd>
      </dl>
    </section>
  )
}
