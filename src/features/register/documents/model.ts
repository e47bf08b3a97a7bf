import type { LocalizedText } from '@/i18n/localized-text'
import type { PartAfter } from '@/i18n/pages'
import type { City, Side } from '../cities/model'
import type { ShownCitation } from '../sources/model'
import type { ShownStatement } from '../states/model/statements'
import type { DocumentState } from '../states/model/states'
import type { Facets } from '../subjects/model/facets'
import { kinds } from '../subjects/model/kinds'

export const documentKinds = kinds.document.facts.kind.options
export type DocumentKind = (typeof documentKinds)[number]

/** Whether a document is one of the number that its conference announced. */
export const countedAnswers = kinds.document.facts.counted.options
export type Counted = (typeof countedAnswers)[number]

/** Whether a document's full text has been published. */
export const publicationAnswers = kinds.document.facts.fullTextPublished.options
export type Publication = (typeof publicationAnswers)[number]

const { compare } = new Intl.Collator('en', { numeric: true })

/**
 * Documents in the order given, but those of each session together and by reference: what the session counted
 * (6-d01 …), then the memoranda beside it (6-m01 …). Those signed outside a session follow, as they were given.
 */
export function bySession<Row extends { reference: string; conferenceId: string | null }>(
  rows: readonly Row[],
): Row[] {
  const ids = [...new Set(rows.map(({ conferenceId }) => conferenceId))]
  const of = (id: string | null) => rows.filter(({ conferenceId }) => conferenceId === id)
  const sessions = ids.filter((id) => id !== null).map(of)
  return [
    ...sessions.flatMap((session) => session.sort((a, b) => compare(a.reference, b.reference))),
    ...of(null),
  ]
}

/** An organisation's part in a document. */
export type ShownParty = {
  slug: string
  side: Side
  city: City
  role: 'party' | 'witness'
  name: LocalizedText
}

/** A document in a list. */
export type DocumentItem = {
  reference: string
  /** Null where it was signed outside a conference. */
  conference: string | null
  itemised: boolean
  title: LocalizedText
  kind: DocumentKind | null
  /** ISO day. */
  signedOn: string | null
  counted: Counted
  state: DocumentState
  /** The sides that stand by what is stated. */
  confirmedBy: Side[]
  /** The two sides of its mechanism, in its order. */
  sides: City[]
  parties: ShownParty[]
}

/** A document's page. */
export type ShownDocument = DocumentItem & {
  note: LocalizedText
  /** Empty where it was signed outside a conference. */
  conferenceName: LocalizedText
  /** Where it was signed, as far as a source says so: never taken from the conference. */
  place: LocalizedText
  /** The number of documents that the conference announced; null where no source states it. */
  announced: number | null
  fullTextPublished: Publication
  signatories: { slug: string; name: LocalizedText }[]
  fields: { reference: string; name: LocalizedText }[]
  projects: { reference: string; title: LocalizedText }[]
  statement: ShownStatement | null
  citations: ShownCitation[]
  /** ISO time. */
  lastRevisedAt: string | null
}

/** The values of each filter, each counted with the other filters applied. */
export type DocumentFacets = Facets<
  'conference' | 'field' | 'state' | 'itemised' | 'side' | 'party' | 'kind' | 'counted'
>

/** A page of a list of documents. */
export type DocumentPart = PartAfter & { items: DocumentItem[] }

/** A page of the list; `total` counts the documents of every page, without the slots that stand apart. */
export type DocumentPage = DocumentPart & {
  /** The references of the slots that stand apart, all of them. */
  slots: string[]
}

/** How a conference's announced number compares with what is held. */
export type DocumentTotals = {
  conference: string
  name: LocalizedText
  announced: number | null
  itemised: number
  /** Announced less itemised; null where no number was announced. */
  difference: number | null
  /** Itemised documents outside the number, or of which no source says whether they are in it. */
  beside: number
}
