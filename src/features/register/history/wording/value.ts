import { ownOf } from '@/features/register/history/model/names'
import { publisherIn, type SourceFacts } from '@/features/register/sources/model'
import { type ItemState, isStateOf } from '@/features/register/states/model/states'
import { assertionWord, stateWord } from '@/features/register/states/wording'
import { isEmpty, isPassage } from '@/features/register/subjects/model/values'
import { isMonth } from '@/i18n/dates'
import { formatDate, formatMoment } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { pickText, type TextEntry } from '@/i18n/localized-text'
import type { Run } from '@/i18n/runs'
import { messageAt, sideName, type Voice } from './place'

/**
 * A stretch of a value in words: words as they are read, in a language that may be another than the reader's, or a
 * date (ISO day or time), which a page marks as one.
 */
export type Piece =
  | { kind: 'words'; text: string; language: Language }
  | { kind: 'date'; date: string }

/** One value, or one of a list: a citation has its source, its quote and its place in it as pieces. */
export type Entry = readonly Piece[]

/** A value in words: the entries of a list, else the only one. */
export type LoggedWords = { isList: boolean; entries: readonly Entry[] }

/**
 * A value of the log in words: a passage's body, the label of a state or a kind, a day, what a reference names.
 * @param place the key of the place: `state`, `statement_asOf`.
 */
export function valueWords(place: string, value: unknown, voice: Voice): LoggedWords {
  if (isEmpty(value)) {
    return { isList: false, entries: [[words(voice.t('revisions.nothing'), voice.language)]] }
  }
  const entries = Array.isArray(value) ? value : [value]
  return {
    isList: Array.isArray(value),
    entries: entries.map((entry) => entryWords(place, entry, voice)),
  }
}

/** One of a list in words: a citation as its source and its quote, a party as what it is called. */
export function entryWords(place: string, entry: unknown, voice: Voice): Entry {
  if (isPassage(entry)) return [words(entry.body, voice.language)]
  if (typeof entry !== 'object' || entry === null) return piecesOf(place, entry, voice)
  const told = inOrder(entry).filter(
    ([key, value]) => !isEmpty(value) && !(key === 'role' && value === 'party'),
  )
  const source = 'source' in entry ? voice.sources[String(entry.source)] : undefined
  return told.flatMap(([key, value]) => {
    // A source's own words are not replaced by names.
    if (key !== 'quote' && key !== 'locator') return piecesOf(key, value, voice)
    return [words(String(value), source?.language ?? voice.language)]
  })
}

/** Where a wording comes from, and whether a person of the register has reviewed it. */
export function originWords(
  { origin, reviewedAt }: TextEntry,
  { t, language }: Pick<Voice, 't' | 'language'>,
): Entry {
  const label = words(t(`texts.origins.${origin}`), language)
  return reviewedAt
    ? [label, words(t('texts.reviewed'), language), { kind: 'date', date: reviewedAt }]
    : [label, words(t('texts.notReviewed'), language)]
}

/** Several entries as text, each stretch in its language. @param separator what stands between two entries. */
export function runsOfWords(
  { entries }: LoggedWords,
  separator: string,
  { language }: Pick<Voice, 'language'>,
): Run[] {
  const within = { language, text: ' · ' }
  return entries.flatMap((entry, index) => [
    ...(index > 0 ? [{ language, text: separator }] : []),
    ...entry.flatMap((piece, at) => [...(at > 0 ? [within] : []), runOf(piece, language)]),
  ])
}

/** An entry as plain text. @param separator what stands between two of its pieces. */
export function plainEntry(
  entry: Entry,
  separator: string,
  { language }: Pick<Voice, 'language'>,
): string {
  return entry.map((piece) => runOf(piece, language).text).join(separator)
}

function runOf(piece: Piece, page: Language): Run {
  if (piece.kind === 'words') return piece
  const format = isMoment(piece.date) ? formatMoment : formatDate
  return { language: page, text: format(piece.date, page) }
}

/** Whether a date of the log is a moment, not a day. */
export function isMoment(date: string): boolean {
  return date.includes('T')
}

/** Whether a word of the log is a state. */
export function isState(value: unknown): value is ItemState {
  return typeof value === 'string' && (isStateOf('project', value) || isStateOf('document', value))
}

/** The values of an entry in the order in which they are read: the database keeps no order of keys. */
function inOrder(entry: object): [string, unknown][] {
  const order = ['source', 'organisation', 'side', 'person', 'quote', 'locator', 'role']
  const rank = ([key]: [string, unknown]) =>
    order.includes(key) ? order.indexOf(key) : order.length
  return Object.entries(entry).sort((a, b) => rank(a) - rank(b))
}

function piecesOf(place: string, value: unknown, voice: Voice): Piece[] {
  const { t, language } = voice
  if (typeof value === 'boolean') {
    return [words(t(value ? 'revisions.yes' : 'revisions.no'), language)]
  }
  if (typeof value === 'object') return [words(JSON.stringify(value), language)]
  const text = String(value)
  const label = labelOf(place, text, voice)
  if (label !== null) return [words(label, language)]
  if (isDateOf(place, text)) return [{ kind: 'date', date: text }]
  const source = typeof value === 'string' ? ownOf(voice.sources, text) : undefined
  if (source) return sourcePieces(source, language)
  return [typeof value === 'string' ? nameOf(text, voice) : words(text, language)]
}

/** Whether a value is a day or a time; a month is one where a date stands, for a session may be called so. */
function isDateOf(place: string, text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) || (place === 'date' && isMonth(text))
}

/** A source in one line: publisher, day, title. */
function sourcePieces(source: SourceFacts, page: Language): Piece[] {
  const { publishedOn, title, language } = source
  const publisher = publisherIn({ publisherNames: {}, ...source }, page)
  return [
    words(publisher.name, publisher.language),
    ...(publishedOn ? [{ kind: 'date', date: publishedOn } as const] : []),
    ...(title ? [words(title, language)] : []),
  ]
}

/** Where the messages have the words of a place that takes one of a short list; the value stands for the star. */
const labels: Partial<Record<string, readonly string[]>> = {
  kind: ['documents.kinds.*', 'developments.kinds.*', 'sources.kinds.*'],
  counted: ['documents.counted.*.label'],
  fullTextPublished: ['documents.fullText.*'],
  language: ['revisions.languages.*'],
}

/** The label of a value that is one of a short list; null where the place has none. */
function labelOf(place: string, value: string, voice: Voice): string | null {
  if (place === 'state') return isState(value) ? stateWord(value, voice.language) : null
  if (place === 'side') return sideName(value, voice)
  if (place === 'statement_assertedBy') {
    return assertionWord(value, voice.language, voice.names)
  }
  if (place === 'role' && value === 'witness') return voice.t('revisions.witness')
  const keys = place.endsWith('_stance') ? ['revisions.stances.*'] : (labels[place] ?? [])
  for (const key of keys) {
    const label = messageAt(
      key.replace('*', () => value),
      voice.t,
    )
    if (label !== null) return label
  }
  return null
}

function nameOf(text: string, { names, language }: Voice): Piece {
  const name = pickText(ownOf(names, text), language)
  if (!name) return words(text, language)
  // The reference stays beside the name, because officers and the register refer to items by it.
  const isReference = /^([a-z]+-)?\d{1,3}(-|$)/.test(text)
  return words(isReference ? `${text} ${name.body}` : name.body, name.language)
}

function words(text: string, language: Language): Piece {
  return { kind: 'words', text, language }
}
