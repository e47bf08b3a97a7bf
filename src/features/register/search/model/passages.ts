import { kinds, type SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Evidenced, Snapshot } from '@/features/register/subjects/model/snapshot'
import { passagesIn } from '@/features/register/texts/model/text'
import { formatDate } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'

/** What a search finds, in the order in which it shows them. */
export const searchKinds = [
  'project',
  'document',
  'field',
  'organisation',
  'person',
  'development',
  'conference',
  'quote',
  'source',
] as const
export type SearchKind = (typeof searchKinds)[number]

/** The subjects of the log that a search finds. */
export type SearchedKind = Exclude<SearchKind, 'quote'>

/** A passage in one language as it is stored; `language` is null for a reference and a day. */
export type SearchPassage = { part: string; language: Language | null; body: string }

/** What weighs more than the rest: what a thing is called. */
const headParts: readonly string[] = ['reference', 'name', 'title', 'publisher']

export function isHead({ part }: SearchPassage): boolean {
  return headParts.includes(part)
}

/** The names that a subject shows besides its own: those of the parties, signatories and chairs, by slug. */
export type ShownNames = ReadonlyMap<string, LocalizedText>

/**
 * Everything by which a subject is found, in the order in which a reader meets it: the one list that the index
 * is made from and that the results are shown from.
 * @param names of the organisations and persons that `namedIn` gives.
 */
export function searchPassages(
  kind: SearchedKind,
  reference: string,
  snapshot: Snapshot,
  names: ShownNames,
): SearchPassage[] {
  const passages: SearchPassage[] = []
  const add = (part: string, text: LocalizedText | undefined) => {
    for (const language of languages) {
      const body = text?.[language]?.body
      if (body) passages.push({ part, language, body })
    }
  }
  if (kinds[kind].key === 'reference')
    passages.push({ part: 'reference', language: null, body: reference })
  if (kind === 'source') {
    const { language = null } = snapshot
    const { publisher, title, texts } = snapshot
    // Its names among the texts are its own name as well.
    if (publisher && !texts.publisher)
      passages.push({ part: 'publisher', language, body: publisher })
    if (title) passages.push({ part: 'title', language, body: title })
  }
  for (const [part, text] of passagesIn(snapshot)) add(part, text)
  const day = kind === 'source' ? null : (snapshot.heldOn ?? snapshot.signedOn ?? snapshot.date)
  if (day) for (const body of waysToSay(day)) passages.push({ part: 'date', language: null, body })
  for (const view of viewsIn(snapshot))
    for (const text of Object.values(view.texts)) add('view', text)
  for (const { part, slug } of namedIn(snapshot)) add(part, names.get(`${part} ${slug}`))
  return passages
}

/** A day, or a month, as readers type it: 2024-04-26, 2024年4月26日, 26 April 2024. */
export function waysToSay(day: string): string[] {
  return [day, formatDate(day, 'zh-Hant'), formatDate(day, 'en')]
}

/** The organisations and persons that a subject names, by their slugs. */
export function namedIn(
  snapshot: Snapshot,
): { part: 'party' | 'signatory' | 'chair'; slug: string }[] {
  const { parties, signatories, chairs } = snapshot
  return [
    ...(parties ?? []).map(({ organisation }) => ({ part: 'party' as const, slug: organisation })),
    ...(signatories ?? []).map((slug) => ({ part: 'signatory' as const, slug })),
    ...(chairs ?? []).map(({ person }) => ({ part: 'chair' as const, slug: person })),
  ]
}

/** What the sides say of the live statement. */
function viewsIn({ statement }: Snapshot): Evidenced[] {
  return Object.values(statement?.confirmations ?? {})
}

/** The quotes that a subject rests on, each with its source's slug: its own, its statement's, its announcements'. */
export function quotesIn(snapshot: Snapshot | null): { source: string; quote: string }[] {
  if (!snapshot) return []
  const citations = [
    ...snapshot.citations,
    ...(snapshot.statement?.citations ?? []),
    ...viewsIn(snapshot).flatMap((view) => view.citations),
    ...Object.values(snapshot.announced ?? {}).flatMap((one) => one.citations),
  ]
  return citations.flatMap(({ source, quote }) => (quote ? [{ source, quote }] : []))
}

export function isSearchedKind(kind: SubjectKind): kind is SearchedKind {
  return (searchKinds as readonly string[]).includes(kind)
}

/**
 * Where a thing stands among those that answer a query equally well, compared character by character: the latest
 * conference first, `6-2` before `6-10`, slots after what is itemised, and then what was signed outside a
 * conference, whose references begin with a year; developments and sources newest first.
 * @param day ISO day of a source, null where it is undated.
 */
export function placeInOrder(
  kind: SearchedKind,
  reference: string,
  day: string | null = null,
): string {
  const padded = (digits: string) => digits.padStart(6, '0')
  const inverted = (digits: string) => String(999_999 - Math.min(999_999, Number(digits)))
  if (kind === 'source') return `${(day ?? '0-0-0').replace(/\d+/g, inverted)} ${reference}`
  // `2025-09-m1` before the days of its month, as in the list.
  if (kind === 'development') return reference.replace(/\d+/g, inverted).replace('-m', '-0')
  if (kind === 'organisation' || kind === 'person') return reference
  let isFirst = true
  const after = /^([a-z]+-)?\d{4}-/.test(reference) ? 'z' : ''
  return (
    after +
    reference.replace(/\d+/g, (digits) => {
      const number = isFirst ? inverted(digits) : padded(digits)
      isFirst = false
      return number
    })
  )
}
