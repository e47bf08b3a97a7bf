import { type Language, languageTags } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'

/** A thing in the vocabulary of schema.org. */
export type Thing = { '@type': string; [property: string]: unknown }

/** The pages above a page and the page itself, outermost first. Addresses are absolute. */
export type Trail = readonly { name: string; url: string }[]

/** Words in the reader's language, or the nearest held with their own language said; undefined of none. */
export function wordsOf(text: LocalizedText, language: Language): unknown {
  const shown = pickText(text, language)
  if (!shown) return undefined
  if (!shown.isFallback) return shown.body
  return { '@language': languageTags[shown.language], '@value': shown.body }
}

/** Where a page stands among the others. */
export function breadcrumbs(trail: Trail): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  }
}

/**
 * Things as the text of a `<script type="application/ld+json">`: what could end the script, or begin another, is
 * written as an escape of JSON.
 */
export function asScript(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
