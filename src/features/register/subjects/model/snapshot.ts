import type { LocalizedText } from '@/i18n/localized-text'
import { isRecord } from './values'

/** A citation as the log keeps it: by the source's permanent slug. */
export type LoggedCitation = {
  source: string
  quote: string | null
  locator: string | null
}

/**
 * A subject whole, as the log keeps it before and after a change: plain JSON, references instead of
 * database ids, every text in every language. As-at pages and differences are computed from these alone.
 */
export type Snapshot = {
  texts: Partial<Record<string, LocalizedText>>
  citations: LoggedCitation[]
  [fact: string]: unknown
}

/**
 * What an edit can change of a subject: its facts, citations and texts, and the wording of the statement
 * that is live; not its state, which only a statement changes.
 */
export function editableOf(snapshot: Snapshot): Snapshot {
  const { state: _, statement, ...rest } = snapshot
  if (!isRecord(statement)) return rest as Snapshot
  return { ...rest, statement: { texts: statement.texts ?? {} } } as Snapshot
}

/** Whether a subject is a numbered place whose text or title is not held. */
export function isSlot(snapshot: Snapshot): boolean {
  return snapshot.itemised === false
}

/** References of the fields that a subject belongs to. */
export function fieldsOf(snapshot: Snapshot): string[] {
  if (typeof snapshot.field === 'string') return [snapshot.field]
  return Array.isArray(snapshot.fields) ? (snapshot.fields as string[]) : []
}

/** Every text in a snapshot that may be the name of another subject: more than needed does no harm. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 120 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'texts' ? [] : namesIn(inner)))
}
