import type { LocalizedText } from '@/i18n/localized-text'
import type { PartAfter } from '@/i18n/pages'
import type { City, Side } from '../cities/model'
import type { ShownCitation } from '../sources/model'
import type { ShownStatement } from '../states/model/statements'
import type { ProjectState } from '../states/model/states'
import type { Facets } from '../subjects/model/facets'

/** A project in a list. */
export type ListedProject = {
  reference: string
  itemised: boolean
  /** Empty for a slot. */
  title: LocalizedText
  field: { reference: string; name: LocalizedText } | null
  /** Null where, of a day that was asked for, no status is known. */
  state: ProjectState | null
  /** ISO day; null while nothing is reported. */
  stateAsOf: string | null
  /** The sides that stand by what is stated. */
  confirmedBy: Side[]
  /** The two sides of its mechanism, in its order. */
  sides: City[]
  /** ISO time. */
  lastRevisedAt: string | null
}

/** How many projects there would be with each value of each filter, the other filters as they are. */
export type ProjectFacets = Facets<'conference' | 'field' | 'state' | 'itemised' | 'side' | 'party'>

/** A page of a list of projects. */
export type ProjectPart = PartAfter & { projects: ListedProject[] }

/** A page of the list; `total` counts the projects of every page, without the slots that stand apart. */
export type ProjectPage = ProjectPart & {
  /** The references of the slots that stand apart, all of them. */
  slots: string[]
  facets: ProjectFacets
}

export type LinkedDocument = {
  reference: string
  title: LocalizedText
  /** Of which session; null where it was signed outside one. */
  conference: string | null
  /** ISO day. */
  signedOn: string | null
  parties: { slug: string; name: LocalizedText }[]
  signatories: { slug: string; name: LocalizedText }[]
}

/** A project whole. */
export type ShownProject = ListedProject & {
  text: LocalizedText
  note: LocalizedText
  conference: {
    reference: string
    name: LocalizedText
    /** ISO day. */
    heldOn: string
    /** How many projects it announced; null where no source held states it. */
    announced: number | null
    /** What the announced number rests on. */
    citations: ShownCitation[]
  }
  statement: ShownStatement | null
  documents: LinkedDocument[]
  citations: ShownCitation[]
  previous: { reference: string; title: LocalizedText } | null
  next: { reference: string; title: LocalizedText } | null
}
