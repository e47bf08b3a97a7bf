import type { LocalizedText } from '@/i18n/localized-text'
import type { ShownCitation } from '../sources/model'

/** A dated, sourced event that bears on a field or a project. */
export type ShownDevelopment = {
  slug: string
  /** ISO day. */
  date: string
  /** Whether a source itself names the conference; else the link is the register's own judgement. */
  namesTheConference: boolean
  summary: LocalizedText
  note: LocalizedText
  fields: { reference: string; name: LocalizedText }[]
  projects: { reference: string; title: LocalizedText }[]
  citations: ShownCitation[]
}
