import 'server-only'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { snapshotOf } from '@/features/register/subjects/model/snapshot'
import {
  changeBehind,
  isStale,
  type PassageName,
  type StaleSince,
} from '@/features/register/texts/model/text'
import { type Language, languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'

type Subject = {
  kind: EditableKind
  reference: string
  passages: readonly { name: PassageName; text: LocalizedText }[]
}

/** Since which revision the stale texts of some subjects are so; by `staleKey`. One query for all of them. */
export async function staleSince(
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, StaleSince>> {
  const stale = subjects.flatMap(({ kind, reference, passages }) =>
    passages.flatMap(({ name, text }) =>
      languages
        .filter((language) => isStale(text, language))
        .map((language) => ({ kind, reference, name, text, language })),
    ),
  )
  if (stale.length === 0) return new Map()
  const db = await database()
  const rows = await db.revision.findMany({
    where: {
      OR: [...new Map(stale.map((one) => [`${one.kind} ${one.reference}`, one])).values()].map(
        ({ kind, reference }) => ({ subjectKind: kind, subjectReference: reference }),
      ),
    },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      subjectKind: true,
      subjectReference: true,
      subjectRevision: true,
      recordedAt: true,
      before: true,
      after: true,
      actor: { select: { name: true } },
      approver: { select: { name: true } },
    },
  })
  const history = rows.map(({ before, after, ...row }) => ({
    ...row,
    before: before === null ? null : snapshotOf(before),
    after: snapshotOf(after),
  }))
  return new Map(
    stale.flatMap(({ kind, reference, name, text, language }) => {
      const own = history.filter(
        (row) => row.subjectKind === kind && row.subjectReference === reference,
      )
      const found = changeBehind(own, name, language, text)
      if (!found) return []
      const { entry, ...change } = found
      const since: StaleSince = {
        ...change,
        number: entry.number,
        revision: entry.subjectRevision,
        recordedAt: entry.recordedAt.toISOString(),
        author: entry.actor?.name ?? null,
        approver: entry.approver?.name ?? null,
      }
      return [[staleKey(kind, reference, name, language), since] as const]
    }),
  )
}

/** How `staleSince` names a text. */
export function staleKey(
  kind: EditableKind,
  reference: string,
  name: PassageName,
  language: Language,
): string {
  return [kind, reference, name, language].join(' ')
}
