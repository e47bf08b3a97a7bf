import type { LocalizedText } from '@/i18n/localized-text'
import type { ShownCitation } from '../sources/model'
import type { ProjectState } from '../states/model/states'

/** A field with how its projects stand: every state, in order, with its count. */
export type FieldCounts = {
  reference: string
  number: number
  name: LocalizedText
  states: { state: ProjectState; count: number }[]
}

/** A field of co-operation, with the documents linked to it. */
export type ShownField = {
  reference: string
  number: number
  name: LocalizedText
  note: LocalizedText
  conference: { reference: string; name: LocalizedText }
  /** `signedOn` is an ISO day. */
  documents: { reference: string; title: LocalizedText; signedOn: string | null }[]
  citations: ShownCitation[]
  previous: { reference: string; name: LocalizedText } | null
  next: { reference: string; name: LocalizedText } | null
}

/** The fields of one conference, by name. */
export type ConferenceFields = {
  reference: string
  name: LocalizedText
  fields: { reference: string; name: LocalizedText }[]
}
