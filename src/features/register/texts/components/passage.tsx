import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { WithinLanguage } from '@/components/site/in-language'
import { languageTags } from '@/i18n/language'
import { type LocalizedText, originalLanguage, pickText } from '@/i18n/localized-text'
import { isStale } from '../model/text'

/** A passage whole: in the page's language, where that wording comes from, who has checked it, and the original beside it on request. */
export async function Passage({ text }: { text: LocalizedText }) {
  const [language, t] = [await getLocale(), await getTranslations('texts')]
  const shown = pickText(text, language)
  if (!shown) return null
  const original = originalLanguage(text)
  const originalEntry = original ? text[original] : undefined
  return (
    <div className="passage">
      <div className="passage-body" lang={languageTags[shown.language]}>
        {shown.body.split(/\n{1,}/).map((paragraph) => (
          <p key={paragraph}>
            <WithinLanguage text={paragraph} language={shown.language} />
          </p>
        ))}
      </div>
      <p className="origin">
        {shown.isFallback && <>{t(`fallbackSentence.${shown.language}`)} </>}
        {t(`origins.${shown.origin}`)}
        {shown.originDetail && <> {t(`originDetails.${shown.originDetail}`)}</>}{' '}
        {shown.reviewedAt ? (
          <>
            {t('reviewed')} <DateText date={shown.reviewedAt} />
          </>
        ) : (
          needsReview(shown.origin) && t('notReviewed')
        )}
      </p>
      {isStale(text, shown.language) && <p className="notice">{t('stale')}</p>}
      {isDerived(shown.origin) && originalEntry && original && original !== shown.language && (
        <details className="original">
          <summary>{t(`original.${original}`)}</summary>
          <div className="passage-body" lang={languageTags[original]}>
            {originalEntry.body.split(/\n{1,}/).map((paragraph) => (
              <p key={paragraph}>
                <WithinLanguage text={paragraph} language={original} />
              </p>
            ))}
          </div>
          <p className="origin">{t(`origins.${originalEntry.origin}`)}</p>
        </details>
      )}
    </div>
  )
}

/** Wording made from, or given beside, an original in another language. What the editor wrote has none. */
function isDerived(origin: string): boolean {
  return needsReview(origin) || origin === 'official'
}

/** Printed and official wording needs no review; the register's own does. */
function needsReview(origin: string): boolean {
  return origin === 'unofficial_translation' || origin === 'script_conversion'
}
