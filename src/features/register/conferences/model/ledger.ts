import type { ShownCitation, ShownSource } from '@/features/register/sources/model'
import type { LocalizedText } from '@/i18n/localized-text'
import type { AnnouncementKind, ShownConferencePage } from './conference'

/** Something that the ledger names: with a page of its own where `kind` is not `development`. */
export type LedgerEntry = {
  kind: 'conference' | 'field' | 'project' | 'document' | 'development'
  reference: string
  title: LocalizedText
}

/** What one source says of a conference: the numbers that it states, and what it is cited for. */
export type LedgerSource = {
  source: ShownSource
  numbers: { kind: AnnouncementKind; number: number; quote: string | null }[]
  /** Only what is itemised: a slot rests on nothing but the announced number. */
  named: Record<'fields' | 'projects' | 'documents', LedgerEntry[]>
}

/** What the sources leave open, or say differently, about something; in the register's own words, and on what they rest. */
export type LedgerQuestion = LedgerEntry & {
  note: LocalizedText
  /** Of a document: whether it is one of the announced total. */
  counted: 'yes' | 'presumed' | 'unclear' | 'no' | null
  citations: ShownCitation[]
}

/** What no source held states. */
export type LedgerGaps = {
  /** Numbers that the conference may have announced. */
  numbers: AnnouncementKind[]
  slots: { projects: string[]; documents: string[] }
  documentsWithoutParties: LedgerEntry[]
  documentsWithoutDay: LedgerEntry[]
  /** Documents of which nobody says whether their full text has been published. */
  textsUnknown: number
  projectsNotReported: number
}

/** What a conference announced against what is held of it, source by source. */
export type Ledger = {
  conference: ShownConferencePage
  sources: LedgerSource[]
  questions: LedgerQuestion[]
  /** What several sources report, which is where they can differ. */
  shared: (LedgerEntry & { day: string; citations: ShownCitation[] })[]
  gaps: LedgerGaps
}
