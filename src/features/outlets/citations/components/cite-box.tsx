import { getLocale, getTranslations } from 'next-intl/server'
import type { RevisionRecord } from '@/features/register/log/model'
import { languageTags } from '@/i18n/language'
import { shownMoment } from '@/i18n/shown-moment'
import { type CitedKind, citableIn } from '../model/citable'
import { apa, bibtex, cslJson, gbt7714 } from '../model/citation'
import { newsSentence } from '../wording/news'

/**
 * A revision as it is cited, ready to copy, in every style: the same words on the item's page and on the
 * revision's own. Works without scripts: one click selects a text.
 */
export async function CiteBox({ kind, record }: { kind: CitedKind; record: RevisionRecord }) {
  const [language, t] = [await getLocale(), await getTranslations('citing')]
  const revision = String(record.revision.revision)
  const isCurrent = shownMoment() === null && record.latest === record.revision.revision
  const styles = [
    ...(['zh-Hant', 'zh-Hans', 'en'] as const).map((one) => ({
      style: one,
      lang: languageTags[one],
      text: newsSentence(kind, record, one),
    })),
    { style: 'apa', lang: 'en', text: apa(citableIn(kind, record, 'en')) },
    { style: 'gbt', lang: 'zh-Hans', text: gbt7714(citableIn(kind, record, 'zh-Hans')) },
    { style: 'bibtex', lang: 'en', text: bibtex(citableIn(kind, record, 'en')) },
    { style: 'csl', lang: 'en', text: cslJson(citableIn(kind, record, language)) },
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
              <pre lang={lang} className="cite-text">
                {text}
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
