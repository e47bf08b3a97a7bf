import { getLocale, getTranslations } from 'next-intl/server'
import { WithinLanguage } from '@/components/site/in-language'
import { languageTags } from '@/i18n/language'
import { shownDay, shownMoment } from '@/i18n/shown-moment'
import { citableIn } from '../model/citable'
import { apa, bibtex, cslJson, gbt7714 } from '../model/citation'
import type { Cited } from '../model/cited'
import { claim } from '../wording/claim'
import { newsSentence } from '../wording/news'

/**
 * A revision as it is cited, ready to copy, in every style: the same words on the item's page and on the
 * revision's own. Works without scripts: one click selects a text. Draws nothing on a page that tells how things
 * stood on a day, which is no revision.
 */
export async function CiteBox({ cited }: { cited: Cited }) {
  if (shownDay()) return null
  const { record } = cited
  const [language, t] = [await getLocale(), await getTranslations('citing')]
  const revision = String(record.revision.revision)
  const isCurrent = shownMoment() === null && record.latest === record.revision.revision
  const [own, inEnglish] = [citableIn(cited, language), citableIn(cited, 'en')]
  const styles = [
    ...(['zh-Hant', 'zh-Hans', 'en'] as const).map((one) => ({
      style: one,
      lang: one,
      text: newsSentence(cited, one),
    })),
    { style: 'apa', lang: 'en', text: apa(inEnglish) },
    { style: 'gbt', lang: 'zh-Hans', text: gbt7714(citableIn(cited, 'zh-Hans')) },
    { style: 'bibtex', lang: 'en', text: bibtex(inEnglish, claim(cited, inEnglish.title, 'en')) },
    { style: 'csl', lang: 'en', text: cslJson(own, claim(cited, own.title, language)) },
  ] as const
  return (
    <details className="cite" id="cite">
      <summary>
        <h2>{t('heading')}</h2>
      </summary>
      <p className="quiet">{t(isCurrent ? 'current' : 'past', { revision })}</p>
      <p className="quiet">{t('select')}</p>
      <dl>
        {styles.map(({ style, lang, text }) => (
          <div key={style}>
            <dt>{t(`styles.${style}`)}</dt>
            <dd>
              <pre lang={languageTags[lang]} className="cite-text">
                <WithinLanguage text={text} language={lang} />
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
