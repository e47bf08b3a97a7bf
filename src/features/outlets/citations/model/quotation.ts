import type { Language } from '@/i18n/language'

/** The marks around words in quotation, and those around words quoted within them. */
const marks: Record<Language, { outer: [string, string]; inner: [string, string] }> = {
  'zh-Hant': { outer: ['「', '」'], inner: ['『', '』'] },
  'zh-Hans': { outer: ['“', '”'], inner: ['‘', '’'] },
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
}

/** Words in quotation marks as the language has them; what they quote themselves stands in the inner marks. */
export function inQuotation(words: string, language: Language): string {
  const { outer, inner } = marks[language]
  const within = words.replace(/[「“]/g, inner[0]).replace(/[」”]/g, inner[1])
  return `${outer[0]}${within}${outer[1]}`
}
