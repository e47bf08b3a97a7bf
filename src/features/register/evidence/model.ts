import type { LocalizedText } from '@/i18n/localized-text'
import type { PartAfter } from '@/i18n/pages'
import type { AnnouncementKind } from '../conferences/model/conference'
import { type Publisher, publisherIn, type ShownSource } from '../sources/model'
import type { Facet } from '../subjects/model/facets'
import type { SubjectKind } from '../subjects/model/kinds'

/** What can rest on a source, in the order in which a page tells it. */
export const restingKinds = ['conference', 'field', 'project', 'document', 'development'] as const
export type RestingKind = (typeof restingKinds)[number]

/**
 * What of a subject rests on a source: what it is (the text of a project, the facts of a document, what happened),
 * a number that a session announced, its current status, or what a side says of that.
 */
export const bases = ['own', 'announced', 'statement', 'view'] as const
export type Basis = (typeof bases)[number]

/** What is counted of a source. A placeholder entry, `slot`, counts as no project or document: it has no text of its own. */
export const countedKinds = [...restingKinds, 'slot'] as const
export type CountedKind = (typeof countedKinds)[number]

/** How many of each rest on a source. */
export type RestingCounts = Record<CountedKind, number>

/** A source as the list of sources has it. */
export type ListedSource = ShownSource & { restingCounts: RestingCounts }

/** A citation of a source, seen from the source. */
export type RestingCitation = {
  basis: Basis
  /** Which of the numbers that a session announced; null of the rest. */
  announced: AnnouncementKind | null
  /** Whose view it is, by the city's code; null of the rest. */
  side: string | null
  quote: string | null
  locator: string | null
}

/** A subject that rests on a source, and how it cites it. */
export type Resting = {
  kind: RestingKind
  reference: string
  /** Whether it has a text of its own: false of a placeholder entry alone. */
  itemised: boolean
  /** Its title or name; of a development, what happened. */
  title: LocalizedText
  citations: RestingCitation[]
}

/** A revision that cites a source on which nothing of its subject rests any more: the last one that does. */
export type CitedInHistory = { kind: SubjectKind; reference: string; revision: number }

/** A source with everything that rests on it, and what cites it in the history alone. */
export type SourceWithResting = ListedSource & { resting: Resting[]; inHistory: CitedInHistory[] }

/** A count for each kind. */
export function countsBy(count: (kind: CountedKind) => number): RestingCounts {
  return Object.fromEntries(countedKinds.map((kind) => [kind, count(kind)])) as RestingCounts
}

/** As what something that rests on a source is counted. */
export function countedAs({ kind, itemised }: Pick<Resting, 'kind' | 'itemised'>): CountedKind {
  return itemised ? kind : 'slot'
}

/** Whether anything rests on a source. */
export function isCited({ restingCounts }: Pick<ListedSource, 'restingCounts'>): boolean {
  return countedKinds.some((kind) => restingCounts[kind] > 0)
}

/**
 * Whether it is a printed page of which no address is known: whoever wants to check it has to look in the newspaper
 * of that day.
 */
export function isPrintOnly({ kind, url }: Pick<ShownSource, 'kind' | 'url'>): boolean {
  return kind === 'newspaper' && url === null
}

/** What narrows the list of sources; what is left out is not asked. */
export type SourceConditions = {
  /** Any of the names of a publisher. */
  publisher?: string | undefined
  kind?: string | undefined
  language?: string | undefined
  cited?: 'yes' | 'no' | undefined
  address?: 'yes' | 'no' | undefined
  /** The first and the last day of publication, ISO; undated sources are left out where either is asked. */
  since?: string | undefined
  until?: string | undefined
}

/** The choices of the list, besides the days. */
export const sourceDimensions = ['publisher', 'kind', 'language', 'cited', 'address'] as const
export type SourceDimension = (typeof sourceDimensions)[number]

/** The value by which a publisher is asked for: what readers of English call it, so that it is one in every language. */
export function publisherKey(publisher: Publisher): string {
  return publisherIn(publisher, 'en').name
}

function isNamed(publisher: Publisher, name: string): boolean {
  const { publisher: own, publisherNames } = publisher
  return [own, ...Object.values(publisherNames).map(({ body }) => body)].includes(name)
}

function valueIn(source: ListedSource, dimension: SourceDimension): string {
  switch (dimension) {
    case 'publisher':
      return publisherKey(source)
    case 'cited':
      return isCited(source) ? 'yes' : 'no'
    case 'address':
      return source.url === null ? 'no' : 'yes'
    default:
      return source[dimension]
  }
}

/** The sources that answer to the conditions, in their order. */
export function narrowed(
  sources: readonly ListedSource[],
  conditions: SourceConditions,
): ListedSource[] {
  const { since, until } = conditions
  return sources.filter((source) => {
    const day = source.publishedOn
    if (since !== undefined && (day === null || day < since)) return false
    if (until !== undefined && (day === null || day > until)) return false
    return sourceDimensions.every((dimension) => {
      const asked = conditions[dimension]
      if (asked === undefined) return true
      return dimension === 'publisher'
        ? isNamed(source, asked)
        : valueIn(source, dimension) === asked
    })
  })
}

/** A value of a choice; of a publisher with its names. */
export type SourceFacet = Facet & { publisher?: Publisher }
export type SourceFacets = Record<SourceDimension, SourceFacet[]>

/** The values of each choice, each counted with all the other conditions as they are; the most frequent first. */
export function countSourceFacets(
  sources: readonly ListedSource[],
  conditions: SourceConditions,
): SourceFacets {
  const facets = {} as SourceFacets
  for (const dimension of sourceDimensions) {
    const counted = new Map<string, SourceFacet>()
    for (const source of narrowed(sources, { ...conditions, [dimension]: undefined })) {
      const value = valueIn(source, dimension)
      const facet = counted.get(value) ?? { value, count: 0 }
      if (dimension === 'publisher') facet.publisher ??= source
      counted.set(value, { ...facet, count: facet.count + 1 })
    }
    facets[dimension] = [...counted.values()].sort(
      (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    )
  }
  return facets
}

/** A publisher as a condition names it: its value among the choices, whichever of its names was asked for. */
export type AskedPublisher = { value: string; publisher: Publisher | null }

/** The publisher that has the name; the name itself where none has. */
export function publisherNamed(name: string, sources: readonly ListedSource[]): AskedPublisher {
  const publisher = sources.find((source) => isNamed(source, name)) ?? null
  return { value: publisher ? publisherKey(publisher) : name, publisher }
}

/** A page of the list, with the choices that narrow it. */
export type SourcePage = PartAfter & {
  sources: ListedSource[]
  facets: SourceFacets
  /** The publisher that is asked for. */
  publisher: AskedPublisher | null
}
