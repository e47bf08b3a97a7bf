import type { LocalizedText } from '@/i18n/localized-text'

/** A word of the register in three languages, and what else people call it. */
export type ShownTerm = { slug: string; name: LocalizedText; also: string[] }
