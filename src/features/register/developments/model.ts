import type { LocalizedText } from '@/i18n/localized-text'
import type { PartAfter } from '@/i18n/pages'
import type { ShownCitation } from '../sources/model'
import { kinds } from '../subjects/model/kinds'

/** What happened, as the editors class it: docs/decisions/0032 has the rule of each. */
export const developmentKinds = kinds.development.facts.kind.options
export type DevelopmentKind = (typeof developmentKinds)[number]

/** A dated, sourced event that bears on a field or a project. */
export type ShownDevelopment = {
  slug: string
  /** ISO day, or ISO month where no more is known. */
  date: string
  /** Null where no editor has stated it. */
  kind: DevelopmentKind | null
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
