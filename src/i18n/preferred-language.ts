import { isLanguage, type Language } from './language'

/**
 * The language of the register for a browser's `Accept-Language`: the tags by preference, each taken
 * to its likely script. `zh-HK,zh;q=0.9,en;q=0.8` is Traditional, though plain `zh` alone is Simplified.
 * Traditional, the register's original, when the header names nothing that it has.
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const tags = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find(Boolean)
      return {
        tag: tag.trim(),
        quality: quality === undefined ? 1 : Number(quality),
        order,
      }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order)
  for (const { tag } of tags) {
    const language = languageOf(tag)
    if (language) return language
  }
  return 'zh-Hant'
}

function languageOf(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag).maximize()
    if (locale.language === 'en') return 'en'
    // Cantonese and the other Chinese languages are written in one of the two scripts.
    const written = `zh-${locale.script}`
    return isLanguage(written) ? written : null
  } catch {
    return null // `*` and malformed tags say nothing
  }
}
