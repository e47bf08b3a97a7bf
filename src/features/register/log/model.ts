import { isDeepStrictEqual } from 'node:util'
import type { Language } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import type { City } from '../cities/model'
import type { SubjectKind } from '../subjects/model/kinds'
import type { LoggedCitation, ProposedSnapshot, Snapshot } from '../subjects/model/snapshot'
import { isPassage, isRecord } from '../subjects/model/values'

/** What a revision can have done. */
export const revisionActions = [
  'entered',
  'status_published',
  'text_changed',
  'facts_changed',
  'itemised',
  'corrected',
  'confirmed',
  'differed',
  'withdrawn',
] as const
export type RevisionAction = (typeof revisionActions)[number]

/** As what somebody acts, as the public is told; `register` entered the first facts. */
export const actorRoles = ['register', 'editor', 'reviewer', 'admin'] as const

/** Who acted, as the public is told: a role and a side, never a name. */
export type PublicActor = {
  role: (typeof actorRoles)[number]
  side: string | null
}

/** Who acted, as pages tell it; no city where the register itself did. */
export type ShownActor = PublicActor & { city: City | null }

/** What a correction says of itself. At least one language gives the reason. */
export type Correction = {
  /** The revision that it corrects, by its number in the whole log. */
  revision: number
  why: Partial<Record<Language, string>>
}

/** A past moment of the register, as an address asks for it with `at`. */
export type Moment = {
  /** As it was asked for: a day, which means its end in Hong Kong, or a time with its zone. */
  at: string
  /** The same as an ISO time. */
  instant: string
  /** The number of the last revision then; 0 before the first. */
  number: number
}

/** A day of which an address asks, with `on`, how things stood then, from what is known now. */
export type StandingDay = {
  /** ISO. */
  on: string
  /** The number of the last revision that is known. */
  number: number
}

/** One changed place between two snapshots. */
export type Change = {
  /** Where: `state`, `texts.note.en`, `citations`. */
  path: string
  /** The language of the passage, where it is one. */
  language: Language | null
  before: unknown
  after: unknown
}

/** An entry of the public log as a page shows it. */
export type ShownRevision = {
  /** Its number in the whole log. */
  number: number
  kind: SubjectKind
  reference: string
  /** Its number within the subject: 1, 2, 3 … */
  revision: number
  action: RevisionAction
  /** ISO time. */
  recordedAt: string
  /** What the subject was called after it, a development by its summary; empty for one that has no name, such as a slot. */
  title: LocalizedText
  actor: ShownActor
  approver: ShownActor | null
  citations: LoggedCitation[]
  /** The revision that this one corrects: its number in the whole log, and its number within the subject. */
  corrects: number | null
  correctsRevision: number | null
  /** Whether it corrects wording alone: texts, none of them printed in a source and no figure in them, what a publisher is called, or the kind of a development; no status, day, party, number or quotation. */
  correctsWording: boolean
  /** The revisions that correct this one, by their numbers within the subject, the first one first. */
  correctedByRevisions: number[]
  /** Why it corrects; null when it does not. */
  correctionReason: Correction['why'] | null
  changes: Change[]
}

/** One revision of a subject, with the subject whole as it stood after it. */
export type RevisionRecord = {
  revision: ShownRevision
  snapshot: Snapshot
  /** The subject's latest revision: that it is this one says that it is current. */
  latest: number
}

/** The corrections among the revisions of a subject, those of wording alone left out: those of the last year, and those before. `now` is an ISO time. */
export function correctionsIn(
  revisions: readonly ShownRevision[],
  now: string,
): { recent: ShownRevision[]; older: ShownRevision[] } {
  const yearAgo = new Date(now)
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1)
  const corrections = revisions.filter(
    ({ corrects, correctsWording }) => corrects !== null && !correctsWording,
  )
  const isRecent = ({ recordedAt }: ShownRevision) => Date.parse(recordedAt) >= yearAgo.getTime()
  return {
    recent: corrections.filter(isRecent),
    older: corrections.filter((revision) => !isRecent(revision)),
  }
}

/** What differs between two snapshots, place by place; texts per part and language. */
export function changesBetween(before: ProposedSnapshot | null, after: ProposedSnapshot): Change[] {
  const changes: Change[] = []
  walk('', before ?? {}, after, changes)
  return changes
}

function walk(path: string, before: unknown, after: unknown, changes: Change[]): void {
  if (isDeepStrictEqual(before ?? null, after ?? null)) return
  if (isRecord(after) && (isRecord(before) || before === undefined) && !isPassage(after)) {
    const keys = new Set([...Object.keys(isRecord(before) ? before : {}), ...Object.keys(after)])
    for (const key of keys) {
      walk(
        path ? `${path}.${key}` : key,
        isRecord(before) ? before[key] : undefined,
        after[key],
        changes,
      )
    }
    return
  }
  changes.push({
    path,
    language: languageIn(path),
    before: before ?? null,
    after: after ?? null,
  })
}

function languageIn(path: string): Language | null {
  return (/\.(zh-Hant|zh-Hans|en)$/.exec(path)?.[1] as Language | null) ?? null
}
