import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { itemKindOf } from '@/features/register/states/model/states'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import { isEditableKind } from '@/features/register/subjects/model/kinds'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import { titlesOf } from '../submissions/queries/list-submissions'
import { differingFields, type FoundDraft } from './model'

/** The officer's own draft of a form; null when there is none. */
export async function findDraft(officer: Officer, key: string): Promise<FoundDraft | null> {
  const db = await database()
  const row = await db.draft.findUnique({
    where: { officerId_key: { officerId: officer.id, key } },
  })
  return row && toDraft(row)
}

/**
 * The officer's draft of a form, where another window has kept something else in it than this one has seen or
 * holds; null where nothing would be lost.
 * @param seen the versions of it that this window has seen or sent.
 */
export async function findMovedDraft(
  officer: Officer,
  key: string,
  { seen, values }: { seen: readonly string[]; values: Readonly<Record<string, string>> },
): Promise<FoundDraft | null> {
  const draft = await findDraft(officer, key)
  const isKnown =
    !draft || seen.includes(draft.version) || differingFields(values, draft.values).length === 0
  return isKnown ? null : draft
}

/** A draft in a list: of which form, and of what. */
export type ListedDraft = {
  key: string
  /** The first word of the key: `statement`, `view`, `edit`. */
  form: string
  subjectKind: SubjectKind | null
  /** Null for a subject that is to be added. */
  reference: string | null
  title: LocalizedText
  /** ISO time. */
  updatedAt: string
  /** Which writing of it this is. */
  version: string
}

/** The officer's own drafts, the latest first. @param take the most to give. */
export async function listDrafts(
  officer: Officer,
  { take }: { take: number },
): Promise<{ drafts: ListedDraft[]; total: number }> {
  const db = await database()
  const where = { officerId: officer.id }
  // By key where two were kept at one moment, so that no page shows one twice.
  const orderBy = [{ updatedAt: 'desc' as const }, { key: 'asc' as const }]
  const rows = await db.draft.findMany({ where, orderBy, take })
  return { drafts: await named(rows.map(toDraft)), total: await db.draft.count({ where }) }
}

/** One of the officer's own drafts as they are listed; null when there is none. */
export async function findListedDraft(officer: Officer, key: string): Promise<ListedDraft | null> {
  const draft = await findDraft(officer, key)
  return draft && ((await named([draft]))[0] ?? null)
}

/** Drafts with what they are of. */
async function named(drafts: readonly FoundDraft[]): Promise<ListedDraft[]> {
  const db = await database()
  const listed = drafts.map(({ key, updatedAt, version }) => ({
    ...subjectOf(key),
    key,
    updatedAt,
    version,
  }))
  const titles = await titlesOf(
    db,
    listed.flatMap(({ subjectKind, reference }) =>
      subjectKind ? [{ subjectKind, subjectReference: reference }] : [],
    ),
  )
  return listed.map((draft) => ({
    ...draft,
    title: titles.get(`${draft.subjectKind} ${draft.reference}`) ?? {},
  }))
}

/** Of these items, those of which the officer has a draft of a statement. */
export async function listDrafted(
  officer: Officer,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const db = await database()
  const rows = await db.draft.findMany({
    where: {
      officerId: officer.id,
      key: { in: references.map((reference) => `statement:${reference}`) },
    },
    select: { key: true },
  })
  return new Set(rows.map(({ key }) => key.slice('statement:'.length)))
}

/** What a draft's key says: `statement:6-4.2`, `edit:document:6-d01`, `edit:source:new`. */
function subjectOf(key: string): Pick<ListedDraft, 'form' | 'subjectKind' | 'reference'> {
  const [form = '', ...rest] = key.split(':')
  const [named, reference = named] = rest.slice(-2)
  if (rest.length === 1 && reference) {
    return { form, subjectKind: itemKindOf(reference), reference }
  }
  const subjectKind = named && isEditableKind(named) ? named : null
  return { form, subjectKind, reference: reference === 'new' ? null : (reference ?? null) }
}

function toDraft(row: {
  key: string
  values: unknown
  baseVersion: number
  updatedAt: Date
  version: string
}): FoundDraft {
  return {
    key: row.key,
    values: row.values as Record<string, string>,
    baseVersion: row.baseVersion,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }
}
