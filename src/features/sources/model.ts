import type { Language } from '../../i18n/language'
import type { LocalizedText } from '../../i18n/localized-text'

/** A source as a reader needs it. */
export type ShownSource = {
  slug: string
  publisher: string
  /** ISO day, or null where the source is undated. */
  publishedOn: string | null
  title: string | null
  kind: 'newspaper' | 'news' | 'government' | 'institution' | 'trade_press'
  language: Language
  url: string | null
  note: LocalizedText
}

/** A source, and where in it. */
export type ShownCitation = {
  quote: string | null
  locator: string | null
  source: ShownSource
}
