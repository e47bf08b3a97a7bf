import { formatDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { kinds } from '../subjects/model/kinds'

/** What sort of publisher a source has. */
export const sourceKinds = kinds.source.facts.kind.options
export type SourceKind = (typeof sourceKinds)[number]

/** A source as a reader needs it. */
export type ShownSource = {
  slug: string
  publisher: string
  /** ISO day, or null where the source is undated. */
  publishedOn: string | null
  title: string | null
  kind: SourceKind
  language: Language
  url: string | null
  note: LocalizedText
}

/** What a source is called by. */
export type SourceFacts = Pick<ShownSource, 'publisher' | 'publishedOn' | 'title' | 'language'>

/** A source in one line, in its own language: publisher, day, title. */
export function nameOfSource({
  publisher,
  publishedOn,
  title,
  language,
}: SourceFacts): LocalizedText {
  const day = publishedOn && formatDay(publishedOn, language)
  const body = [publisher, day, title].filter(Boolean).join(' · ')
  const entry = { originDetail: null, derivedFromHash: null, reviewedAt: null }
  return { [language]: { body, origin: 'as_printed', ...entry } }
}

/** A source, and where in it. */
export type ShownCitation = {
  quote: string | null
  locator: string | null
  source: ShownSource
}

/** A source as a form offers it. */
export type SourceChoice = {
  slug: string
  /** Day, publisher and title, as far as known. */
  label: string
  /** The language of its title. */
  language: Language
  url: string | null
  /** How often the item in question rests on it. */
  used: number
}

/**
 * The address under which two links to one page meet: no fragment, no tracking words, no `www.`, no final
 * slash, http and https alike. For finding a source that is held already; what was typed is what is stored.
 */
export function sameAddress(url: string): string {
  if (!URL.canParse(url)) return url.trim()
  const parsed = new URL(url)
  for (const name of [...parsed.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|spm|from|share)$/i.test(name)) parsed.searchParams.delete(name)
  }
  parsed.searchParams.sort()
  const host = parsed.host.replace(/^www\./, '')
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`
}

/**
 * An address as a reader would type it, with the words in it that its bytes stand for. It leads to the same page;
 * one that cannot be written so is left as it is.
 */
export function readableAddress(url: string): string {
  try {
    const read = decodeURI(url).replace(/[\s"<>\\^`{|}\p{C}]/gu, encodeURIComponent)
    return new URL(read).href === new URL(url).href ? read : url
  } catch {
    return url // No address, or bytes that are no words.
  }
}

/** A source that is held, as a form that fills in for another needs it. */
export type HeldSource = Omit<ShownSource, 'note'>

/** The source held under an address, however the link is written; null when there is none. */
export function heldUnder<Source extends { url: string | null }>(
  url: string,
  sources: readonly Source[],
): Source | null {
  const address = url.trim() && sameAddress(url.trim())
  if (!address) return null
  return sources.find((source) => source.url && sameAddress(source.url) === address) ?? null
}

/** Who publishes at an address's host, by the latest source from there: publisher, kind and language to start from. */
export function publisherAt(
  url: string,
  sources: readonly HeldSource[],
): Pick<HeldSource, 'publisher' | 'kind' | 'language'> | null {
  const host = hostOf(url.trim())
  if (!host) return null
  const known = sources.find((source) => source.url && hostOf(source.url) === host)
  return known ? { publisher: known.publisher, kind: known.kind, language: known.language } : null
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null
}
