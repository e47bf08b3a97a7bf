import { formatDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { kinds } from '../subjects/model/kinds'

/** What sort of publisher a source has. */
export const sourceKinds = kinds.source.facts.kind.options
export type SourceKind = (typeof sourceKinds)[number]

/** A source as a reader needs it. */
export type ShownSource = {
  slug: string
  /** What the publisher is called in the source's own language. */
  publisher: string
  /** What readers of each language call the publisher; empty where it has no other name. */
  publisherNames: LocalizedText
  /** ISO day, or null where the source is undated. */
  publishedOn: string | null
  title: string | null
  kind: SourceKind
  language: Language
  url: string | null
  note: LocalizedText
}

/** Who published a source, as far as a reader is told by name. */
export type Publisher = Pick<ShownSource, 'publisher' | 'publisherNames' | 'language'>

/** What readers of a language call the publisher of a source, and in which language that is: theirs, or the nearest. */
export function publisherIn(
  { publisher, publisherNames, language }: Publisher,
  reader: Language,
): { name: string; language: Language } {
  const named = reader === language ? null : pickText(publisherNames, reader)
  return named ? { name: named.body, language: named.language } : { name: publisher, language }
}

/** What a source is called by. */
export type SourceFacts = Pick<ShownSource, 'publisher' | 'publishedOn' | 'title' | 'language'> &
  Partial<Pick<ShownSource, 'publisherNames'>>

/**
 * A source in one line: publisher, day and title in its own language; in another, where its publisher has a name
 * there and its day is known, these two.
 */
export function nameOfSource({
  publisher,
  publisherNames = {},
  publishedOn,
  title,
  language,
}: SourceFacts): LocalizedText {
  const entry = { originDetail: null, derivedFromHash: null, reviewedAt: null }
  const names: LocalizedText = {}
  for (const reader of languages) {
    const isOwn = reader === language
    const name = isOwn ? publisher : publisherNames[reader]?.body
    const day = publishedOn && formatDay(publishedOn, reader)
    if (!name || !(isOwn || day)) continue
    const body = [name, day, isOwn && title].filter(Boolean).join(' · ')
    names[reader] = { body, origin: isOwn ? 'as_printed' : 'editorial', ...entry }
  }
  return names
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
export type HeldSource = Omit<ShownSource, 'note' | 'publisherNames'>

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
