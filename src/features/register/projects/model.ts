import type { LocalizedText } from '@/i18n/localized-text'
import type { ShownCitation } from '../sources/model'
import type { ShownStatement } from '../states/model/statements'
import type { ProjectState } from '../states/model/states'
import type { Side } from '../subjects/model/sides'

/** A project in a list. */
export type ListedProject = {
  reference: string
  itemised: boolean
  /** Empty for a slot. */
  title: LocalizedText
  field: { reference: string; name: LocalizedText } | null
  state: ProjectState
  /** ISO day; null while nothing is reported. */
  stateAsOf: string | null
  /** The sides that stand by what is stated. */
  confirmedBy: Side[]
  /** ISO time. */
  lastRevisedAt: string | null
}

/** A value of a filter, and how many projects there would be with it. */
export type FacetValue = { value: string; name: LocalizedText; count: number }

/** How many projects there would be with each value of each filter, the other filters as they are. */
export type ProjectFacets = {
  conference: FacetValue[]
  field: FacetValue[]
  state: { value: ProjectState; count: number }[]
  itemised: { yes: number; no: number }
  side: { value: 'HK' | 'SH'; count: number }[]
  party: FacetValue[]
}

export type ProjectPage = {
  projects: ListedProject[]
  total: number
  /** Whether `after` was not in the list, so that this is its beginning. */
  isBegunAnew: boolean
  /** The number of the first one shown, from 1; 0 of none. */
  from: number
  /** `after` of the neighbouring pages: undefined for the first page, null where there is none. */
  previous: string | undefined | null
  next: string | null
  facets: ProjectFacets
}

export type LinkedDocument = {
  reference: string
  title: LocalizedText
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
