import type { City } from '@/features/register/cities/model'
import type { ShownConference } from '@/features/register/conferences/model/conference'
import type { Counted, DocumentKind, ShownParty } from '@/features/register/documents/model'
import type { ShownRevision } from '@/features/register/log/model'
import type { ShownCitation, ShownSource } from '@/features/register/sources/model'
import type { AssertedBy, Stance } from '@/features/register/states/model/statements'
import type { DocumentState, ProjectState } from '@/features/register/states/model/states'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import type { Officer } from '../officers/model'

/** What a report covers. */
export type ReportScope =
  | { kind: 'conference'; reference: string; name: LocalizedText }
  | { kind: 'field'; reference: string; name: LocalizedText }
  /** What is in an officer's charge: the references of the fields; none where it is the whole register. */
  | { kind: 'mine'; fields: readonly string[] }

/** What a side last said of a statement; how its view differs, and on what evidence. */
export type ReportedView = {
  side: string
  stance: Stance
  /** Empty where the side has no differing view. */
  note: LocalizedText
  citations: ShownCitation[]
}

/** What an item's state rests on, and what each side last said of it. Days are ISO. */
export type ReportedStatement = {
  asOf: string
  assertedBy: AssertedBy
  note: LocalizedText
  reason: LocalizedText
  citations: ShownCitation[]
  confirmations: ReportedView[]
  /** The two sides of the item's mechanism, in its order. */
  sides: City[]
}

export type ReportedProject = {
  reference: string
  title: LocalizedText
  state: ProjectState
  statement: ReportedStatement | null
  /** The day since which nothing has been said of it, when that is nine months ago or more; else null. */
  withoutNewsSince: string | null
  citations: ShownCitation[]
}

export type ReportedDocument = {
  reference: string
  title: LocalizedText
  kind: DocumentKind | null
  signedOn: string | null
  counted: Counted
  parties: ShownParty[]
  state: DocumentState
  statement: ReportedStatement | null
  withoutNewsSince: string | null
  citations: ShownCitation[]
}

/** A field with its itemised projects, in their order; it may have none. */
export type ReportedField = {
  reference: string
  name: LocalizedText
  projects: ReportedProject[]
}

/** What a report says of one conference. The announced totals are those of the whole conference, whatever the scope. */
export type ReportedConference = Pick<
  ShownConference,
  'reference' | 'name' | 'heldOn' | 'announced' | 'itemised' | 'slots'
> & {
  fields: ReportedField[]
  documents: ReportedDocument[]
  /** Whether the conference is covered whole, and so are its slots. */
  isWhole: boolean
}

/** A revision of the public log within the scope; `correctedBy` are the numbers, in the whole log, of later ones that correct it. */
export type ReportedChange = ShownRevision & { correctedBy: number[] }

/** How items of one kind stand: every state that any of them is in, in order. */
export type StateCounts<State> = { state: State; count: number }[]

/** The whole report, independent of language: what the page and the Word file both say. */
export type ProgressReport = {
  scope: ReportScope
  /** ISO day in Hong Kong. */
  asAt: string
  /** The head of the log; null while the register is empty. `recordedAt` is an ISO time. */
  head: { number: number; recordedAt: string } | null
  conferences: ReportedConference[]
  /** Documents signed outside a session, which belong to none: where the whole register is covered. */
  outside: ReportedDocument[]
  counts: { projects: StateCounts<ProjectState>; documents: StateCounts<DocumentState> }
  /**
   * Newest first. `since` is an ISO day, told from its first moment in Hong Kong. Corrections of wording alone are
   * counted in `wording` and not among the entries.
   */
  changes: { since: string; withFirstEntries: boolean; entries: ReportedChange[]; wording: number }
  /** The sources, organisations and persons that the changes speak of by their slugs. */
  sources: Record<string, ShownSource>
  names: Record<string, LocalizedText>
}

/** What the form offers as scopes: every conference that holds items, the latest first, and its fields. */
export type ScopeChoice = {
  reference: string
  name: LocalizedText
  fields: { reference: string; name: LocalizedText }[]
}

/**
 * The references of the fields in an officer's charge: those assigned. Null is the whole register, its
 * slots included: that of whoever has no field assigned, as at the rest of the desk.
 */
export function fieldsInCharge(officer: Pick<Officer, 'fields'>): readonly string[] | null {
  return officer.fields.length > 0 ? officer.fields : null
}

/** The first day of the changes of a report that does not name one: three months before `today`. ISO days. */
export function usualSince(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 4, 1))
  const lastDay = new Date(Date.UTC(year, month - 3, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, lastDay))
  return isoDay(first)
}

/** A citation of the log with its source; null where the source is not at hand. */
export function withSource(
  { source, quote, locator }: LoggedCitation,
  sources: Readonly<Record<string, ShownSource>>,
): ShownCitation | null {
  const found = sources[source]
  return found ? { source: found, quote, locator } : null
}

/** How many items are in each state; states without any are left out. */
export function countStates<State extends string>(
  states: readonly State[],
  items: readonly { state: State }[],
): StateCounts<State> {
  return states
    .map((state) => ({ state, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0)
}
