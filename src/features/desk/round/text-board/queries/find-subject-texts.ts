import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayEdit } from '@/features/desk/officers/policy'
import { editContentOf } from '@/features/desk/round/edits/model/edit'
import { readWaitingEdit } from '@/features/desk/round/edits/queries/editables'
import { underway } from '@/features/desk/round/submissions/model/submission'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import {
  type PassageName,
  passagesIn,
  type SideBySide,
  type TextState,
  textStateOf,
} from '@/features/register/texts/model/text'
import { readTexts } from '@/features/register/texts/queries/read-texts'
import { type Language, languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import { staleKey, staleSince } from './stale-since'

/** The texts of a subject, as the officer's own waiting change leaves them; null for an unknown one. */
export async function findSubjectTexts(
  kind: string,
  reference: string,
  officer: Officer,
): Promise<SideBySide | null> {
  if (!isEditableKind(kind)) return null
  const subject = (await readTexts({ kind, reference }))[0]
  if (!subject) return null
  const db = await database()
  const waiting = await readWaitingEdit(db, officer, { kind, reference })
  const passages = waiting
    ? passagesIn(waiting.content.snapshot).map(([name, text]) => ({ name, text }))
    : subject.passages
  const others = await db.submission.count({
    where: {
      kind: 'edit',
      state: underway,
      subjectKind: kind,
      subjectReference: reference,
      authorId: { not: officer.id },
    },
  })
  const since = await staleSince([{ kind, reference, passages }])
  return {
    kind,
    reference,
    version: waiting?.baseVersion ?? subject.version,
    title: subject.title,
    mayEdit: mayEdit(officer, subject),
    waiting: waiting?.id ?? null,
    hasOthersWaiting: others > 0,
    passages: passages.map(({ name, text }) => ({
      name,
      text,
      states: byLanguage((language) => textStateOf(text, language)) as Record<Language, TextState>,
      reviewers: byLanguage((language) =>
        // A text of the waiting change has no reviewer yet.
        text[language]?.reviewedAt ? subject.reviewers.get(`${name} ${language}`) : undefined,
      ),
      staleSince: byLanguage((language) => since.get(staleKey(kind, reference, name, language))),
    })),
  }
}

function byLanguage<Value>(of: (language: Language) => Value | undefined) {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = of(language)
      return value === undefined ? [] : [[language, value]]
    }),
  ) as Partial<Record<Language, Value>>
}

/** What an officer had before them: a version of a subject, or their own change of it that was waiting. */
export type Seen = {
  kind: EditableKind
  reference: string
  version: number
  /** The id of the waiting change. */
  waiting: string | null
}

/**
 * The passages that an officer had before them, by name, in the order asked for; null where there was no such
 * version, or the change is not the officer's own. Two queries for all.
 */
export async function readSeen(
  officer: Officer,
  seen: readonly Seen[],
): Promise<(ReadonlyMap<PassageName, LocalizedText> | null)[]> {
  if (seen.length === 0) return []
  const db = await database()
  const published = await readAtVersions(db, seen)
  const changes = await db.submission.findMany({
    where: {
      id: { in: seen.flatMap(({ waiting }) => waiting ?? []) },
      authorId: officer.id,
      kind: 'edit',
    },
  })
  return seen.map(({ kind, reference, waiting }, index) => {
    const change = changes.find(
      (row) => row.id === waiting && row.subjectKind === kind && row.subjectReference === reference,
    )
    const snapshot = waiting ? change && editContentOf(change.content).snapshot : published[index]
    return snapshot ? new Map(passagesIn(snapshot)) : null
  })
}
