import type {
  AnnouncementKind,
  DocumentState,
  PartyRole,
  ProjectState,
  Stance,
} from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Fact, factsOf, type kinds, type SubjectKind } from './kinds'
import { isRecord } from './values'

/** A citation as the log keeps it: by the source's permanent slug. */
export type LoggedCitation = {
  source: string
  quote: string | null
  locator: string | null
}

/** The number that a conference announced, and what says so; null where no source held states it. */
export type LoggedAnnouncement = { number: number | null; citations: LoggedCitation[] }

type Facts<Kind extends SubjectKind> = (typeof kinds)[Kind]['facts']

type Known<Column extends Fact> = Column extends {
  type: 'choice'
  options: readonly (infer Option)[]
}
  ? Option
  : Column extends { type: 'number' }
    ? number
    : Column extends { type: 'flag' }
      ? boolean
      : Column extends { type: 'many' | 'words' }
        ? string[]
        : Column extends { type: 'parties' }
          ? { organisation: string; role: PartyRole }[]
          : Column extends { type: 'chairs' }
            ? { side: string; person: string }[]
            : Column extends { type: 'announced' }
              ? Partial<Record<AnnouncementKind, LoggedAnnouncement>>
              : string

/** A fact as the log has it: days are ISO, what it names is named by reference or slug, a blank is null. */
type Logged<Column extends Fact> = Column extends { type: 'words' }
  ? string[]
  : Known<Column> | (Column extends { optional: true } | { later: true } ? null : never)

/** The facts of a subject of a kind, as the log has them. */
export type FactsOf<Kind extends SubjectKind> = {
  -readonly [Name in keyof Facts<Kind>]: Facts<Kind>[Name] extends Fact
    ? Logged<Facts<Kind>[Name]>
    : never
}

/** What everything in the log has: passages by part, and citations. */
export type Evidenced = {
  texts: Partial<Record<string, LocalizedText>>
  citations: LoggedCitation[]
}

/** What a side said of a statement. */
export type LoggedConfirmation = Evidenced & {
  stance: Stance
  /** ISO time; known once it is public. */
  at?: string
  /** The subject's revision that it was said of, where the statement has changed since. */
  revision?: number
}

/** What was last said of an item's state. */
export type LoggedStatement = Evidenced & {
  /** ISO day. */
  asOf: string
  /** A side by its city (`hk_side`), `both_sides`, `press` or `editor`. */
  assertedBy: string
  /** By side; left out while there are none. */
  confirmations?: Record<string, LoggedConfirmation>
}

/** The state of items, besides their facts; a statement is null while there is none. */
type StateFacts = {
  project: { state: ProjectState; statement: LoggedStatement | null }
  document: { state: DocumentState; statement: LoggedStatement | null }
}

type Whole<Kind extends SubjectKind> = FactsOf<Kind> &
  (Kind extends keyof StateFacts ? StateFacts[Kind] : object)

type Any = { [Kind in SubjectKind]: Whole<Kind> }[SubjectKind]
type NameIn<Thing> = Thing extends unknown ? keyof Thing : never
type ValueIn<Thing, Name> = Thing extends unknown
  ? Name extends keyof Thing
    ? Thing[Name]
    : never
  : never

/** What a subject of any kind may have besides its texts and citations. */
type AnyFacts = { [Name in NameIn<Any>]?: ValueIn<Any, Name> }

/**
 * A subject whole, as the log keeps it before and after a change: plain JSON, references instead of
 * database ids, every text in every language. As-at pages and differences are computed from these alone.
 */
export type Snapshot<Kind extends SubjectKind = SubjectKind> = Evidenced &
  (SubjectKind extends Kind ? AnyFacts : Whole<Kind>)

/** A subject as an edit proposes it: without state, and of the live statement only its wording. */
export type ProposedSnapshot = Omit<Snapshot, 'statement'> & {
  statement?: (Pick<LoggedStatement, 'texts'> & Partial<LoggedStatement>) | null
}

/**
 * A snapshot from the database's JSON. Only `readSnapshot` has written it and nobody can change it, so only
 * its outline is checked: a page reads hundreds.
 * @throws when it is no snapshot.
 */
export function snapshotOf(json: unknown): Snapshot {
  if (!isSnapshot(json)) throw new Error('The log holds something that is no snapshot.')
  return json
}

function isSnapshot(json: unknown): json is Snapshot {
  return isRecord(json) && isRecord(json.texts) && Array.isArray(json.citations)
}

/** The facts of a subject of a kind; one that is not there is blank. @throws when it cannot be blank. */
export function factsIn<Kind extends SubjectKind>(
  kind: Kind,
  snapshot: ProposedSnapshot,
): FactsOf<Kind> & Evidenced {
  const blanks = factsOf(kind).filter(({ optional, later }) => optional || later)
  const blankOf = (type: Fact['type']) => (type === 'words' ? [] : null)
  const whole = {
    ...Object.fromEntries(blanks.map(({ name, type }) => [name, blankOf(type)])),
    ...snapshot,
  }
  if (!isOfKind(kind, whole)) throw new Error(`Some fact of a ${kind} is missing.`)
  return whole
}

function isOfKind<Kind extends SubjectKind>(
  kind: Kind,
  snapshot: ProposedSnapshot,
): snapshot is ProposedSnapshot & FactsOf<Kind> {
  return factsOf(kind).every(({ name }) => name in snapshot)
}

/** What an edit can change of a subject: all but its state and what was said of it, which only a statement changes. */
export function editableOf(snapshot: ProposedSnapshot): ProposedSnapshot {
  const { state: _, statement, ...rest } = snapshot
  return statement ? { ...rest, statement: { texts: statement.texts ?? {} } } : rest
}

/** Whether a subject is a numbered place whose text or title is not held. */
export function isSlot(snapshot: ProposedSnapshot): boolean {
  return snapshot.itemised === false
}

/** References of the fields that a subject belongs to: one at most for a project. */
export function fieldsOf({ field, fields }: ProposedSnapshot): string[] {
  return field ? [field] : (fields ?? [])
}

/** Every text in a snapshot that may be the name of another subject; too many do no harm. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 120 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'texts' ? [] : namesIn(inner)))
}
