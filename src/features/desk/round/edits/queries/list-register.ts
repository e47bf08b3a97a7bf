import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { underway } from '@/features/desk/round/submissions/model/submission'
import { listAlternatives } from '@/features/register/glossary/queries'
import { isFoundIn, parseQuery } from '@/features/register/search/model/query'
import { type EditableKind, editableKinds } from '@/features/register/subjects/model/kinds'
import { isSlot, type Snapshot } from '@/features/register/subjects/model/snapshot'
import { titleIn } from '@/features/register/texts/model/text'
import { fold } from '@/i18n/fold'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import type { RegisterFilter } from '../input'
import { mayPropose } from '../model/edit'

/** A subject in the desk's list of the register. */
export type RegisterEntry = {
  kind: EditableKind
  reference: string
  /** What it is called; empty for a slot. A source is called by its title, or by nothing. */
  title: LocalizedText
  /** What tells one source from another: publisher, day and title. Null for the other kinds. */
  source: { publisher: string; publishedOn: string | null; title: string | null } | null
  isSlot: boolean
  mayEdit: boolean
  /** Whether the officer has a draft of it. */
  hasDraft: boolean
  /** Whether a change of it waits for a reviewer, whoever's. */
  isUnderway: boolean
}

export type RegisterList = {
  /** One page of them. */
  entries: RegisterEntry[]
  /** The place of the first of the page, from 1, and how many there are on all pages. */
  from: number
  total: number
  /** The kind that is listed; null for all. */
  kind: EditableKind | null
  /** How many there are of each kind with these words. */
  counts: Record<EditableKind, number>
}

/** More than in other lists: these lines are scanned for a name. */
export const entriesPerPage = 100

type Subject = { kind: EditableKind; reference: string; after: Snapshot }

/** The subjects of the register as an officer may edit them, in the order of their references. */
export async function listRegister(
  officer: Officer,
  { kind: asked, q, show, page }: RegisterFilter,
): Promise<RegisterList> {
  const db = await database()
  const isAsked = q !== '' || show !== undefined
  const kind = asked === 'all' || (!asked && isAsked) ? null : (asked ?? 'project')
  const rows = await db.$queryRaw<Subject[]>`
    select distinct on ("subjectKind", "subjectReference")
      "subjectKind" as kind, "subjectReference" as reference, "after"
    from "Revision" where "subjectKind" <> 'mechanism'
    order by "subjectKind", "subjectReference", "subjectRevision" desc`
  const words = parseQuery(q, await listAlternatives())
  const found = rows.filter(
    ({ reference, after }) =>
      (show !== 'slots' || isSlot(after)) && isFoundIn(words, wordsOf(reference, after)),
  )
  const drafts = await db.draft.findMany({
    where: { officerId: officer.id, key: { startsWith: 'edit:' } },
    select: { key: true },
  })
  const waiting = await db.submission.findMany({
    where: { kind: 'edit', state: underway },
    select: { subjectKind: true, subjectReference: true },
  })
  const hasDraft = new Set(drafts.map(({ key }) => key))
  const isUnderway = new Set(waiting.map((row) => `${row.subjectKind} ${row.subjectReference}`))
  const listed = found.filter((row) => !kind || row.kind === kind).sort(byKindAndReference)
  const from = Math.min((page - 1) * entriesPerPage, Math.max(0, listed.length - 1))
  const entries = listed.slice(from, from + entriesPerPage).map(({ kind, reference, after }) => ({
    kind,
    reference,
    title: titleIn(after.texts),
    source: kind === 'source' ? sourceIn(after) : null,
    isSlot: isSlot(after),
    mayEdit: mayPropose(officer, kind, after),
    hasDraft: hasDraft.has(`edit:${kind}:${reference}`),
    isUnderway: isUnderway.has(`${kind} ${reference}`),
  }))
  const counts = Object.fromEntries(
    editableKinds.map((one) => [one, found.filter((row) => row.kind === one).length]),
  ) as RegisterList['counts']
  return { entries, from: from + 1, total: listed.length, kind, counts }
}

/** The folded words of a subject: its reference, its texts in every language, what a source says of itself. */
function wordsOf(reference: string, snapshot: Snapshot): string {
  const bodies = Object.values(snapshot.texts).flatMap((text) =>
    Object.values(text ?? {}).map(({ body }) => body),
  )
  const facts = [snapshot.publisher, snapshot.title, snapshot.url, snapshot.also].flat()
  return [reference, ...bodies, ...facts.map((fact) => String(fact ?? ''))].map(fold).join('\n')
}

function sourceIn(snapshot: Snapshot): RegisterEntry['source'] {
  return {
    publisher: snapshot.publisher ?? '',
    publishedOn: snapshot.publishedOn ?? null,
    title: snapshot.title ?? null,
  }
}

/** `6-2` before `6-10`; the latest developments and sources are found by their words. */
function byKindAndReference(a: Subject, b: Subject): number {
  return (
    editableKinds.indexOf(a.kind) - editableKinds.indexOf(b.kind) ||
    a.reference.localeCompare(b.reference, 'en', { numeric: true })
  )
}
