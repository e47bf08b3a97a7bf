import type { LocalizedText } from '@/i18n/localized-text'
import type { PartAfter } from '@/i18n/pages'
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

/** A page of the list. */
export type DevelopmentPage = PartAfter & { developments: ShownDevelopment[] }
