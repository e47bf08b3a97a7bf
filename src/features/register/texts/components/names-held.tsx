import { getTranslations } from 'next-intl/server'
import { InLanguage } from '@/components/site/in-language'
import { languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'

/** A name in each language, with where it comes from; one that is not held is said to be so. */
export async function NamesHeld({ name }: { name: LocalizedText }) {
  const t = await getTranslations('texts')
  return (
    <dl className="facts">
      {languages.map((language) => {
        const entry = name[language]
        return (
          <div key={language} style={{ display: 'contents' }}>
            <dt>{t(`nameIn.${language}`)}</dt>
            <dd>
              {entry ? (
                <>
                  <InLanguage text={entry.body} language={language} />{' '}
                  <small className="origin">
                    {t(`origins.${entry.origin}`)}
                    {entry.originDetail && ` ${t(`originDetails.${entry.originDetail}`)}`}
                  </small>
                </>
              ) : (
                t('nameNotHeld')
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
