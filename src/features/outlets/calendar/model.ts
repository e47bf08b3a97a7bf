import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'

/** What has a day of its own: a conference, the signing of a document, a development. */
export type EventKind = 'conference' | 'document' | 'development'

/** Something that took place on a day, in no language. */
export type RegisterEvent = {
  kind: EventKind
  /** The reference of the conference or document, the slug of the development. */
  reference: string
  /** ISO day. */
  day: string
  /** Its name or title; of a development, what happened. */
  name: LocalizedText
  place: LocalizedText
  /** What a development bears on first: where it is told. */
  bearsOn: { kind: 'project' | 'field'; reference: string } | null
  /** The addresses of the sources that tell of it. */
  sources: string[]
  /** Its latest revision: the number within the subject, and the ISO time. */
  revised: { revision: number; recordedAt: string }
}

/** A calendar in one language. */
export type Calendar = {
  language: Language
  name: string
  description: string
  /** Where it is fetched from. */
  address: string
  events: CalendarEvent[]
}

/** An event of a whole day as a calendar has it. Texts are plain. */
export type CalendarEvent = {
  /** Names the event in this language, for good. */
  uid: string
  /** ISO day. */
  day: string
  summary: string
  description: string
  location: string
  category: string
  url: string
  /** Rises with each revision. */
  sequence: number
  /** ISO time of the latest revision. */
  revisedAt: string
}
