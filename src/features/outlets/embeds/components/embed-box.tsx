import { getLocale, getTranslations } from 'next-intl/server'
import { WithinLanguage } from '@/components/site/in-language'
import { languageTags } from '@/i18n/language'
import { shownDay, shownRevision } from '@/i18n/shown-moment'
import { environment } from '@/server/environment'
import { escaped } from '@/server/files/markup'
import { badgePath, cardAddress, pageAddress } from '../model/addresses'
import type { EmbeddedKind } from '../model/card'

/** Pixels in which a card of this width usually fits; English is wider. */
const heights = {
  item: { 'zh-Hant': 240, 'zh-Hans': 240, en: 310 },
  field: { 'zh-Hant': 160, 'zh-Hans': 160, en: 190 },
} as const

type Props = {
  kind: EmbeddedKind
  reference: string
  /** What it is called, in plain words; null for a slot. */
  name: string | null
}

/** The HTML with which a page elsewhere shows an item or field, ready to copy. Works without scripts. Draws nothing on a page of a revision or a day: a card shows what is current. */
export async function EmbedBox({ kind, reference, name }: Props) {
  if (shownRevision() || shownDay()) return null
  const [language, t] = [await getLocale(), await getTranslations('embedding')]
  const titled = await getTranslations('site')
  const called = name ? titled('titled', { name, reference }) : t('slot', { reference })
  const title = escaped(t('frameTitle', { name: called }))
  const frame = `<iframe src="${escaped(cardAddress(language, kind, reference))}" title="${title}" width="420" height="${heights[kind === 'fields' ? 'field' : 'item'][language]}" loading="lazy" style="border:0;max-width:100%"></iframe>`
  const badge = kind === 'fields' ? null : badgePath(language, kind, reference)
  return (
    <details className="cite" id="embed">
      <summary>
        <h2>{t('heading')}</h2>
      </summary>
      <p className="quiet">{t('meaning')}</p>
      <dl>
        <div>
          <dt>{t('card')}</dt>
          <dd>
            <pre lang={languageTags.en} className="cite-text">
              <WithinLanguage text={frame} language="en" />
            </pre>
          </dd>
        </div>
        {badge && (
          <div>
            <dt>{t('badge')}</dt>
            <dd>
              {/* biome-ignore lint/performance/noImgElement: a drawing of the register's own, of no fixed size */}
              <img className="badge" src={badge} alt={t('badgeAlt', { reference })} />
              <pre lang={languageTags.en} className="cite-text">
                <WithinLanguage
                  language="en"
                  text={`<a href="${escaped(pageAddress(language, kind, reference))}"><img src="${escaped(`${environment().BASE_URL}${badge}`)}" alt="${title}" height="24"></a>`}
                />
              </pre>
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}
