import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayState } from '@/features/desk/officers/policy'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import type { ItemKind } from '@/features/register/states/model/states'
import { textsByPart } from '@/features/register/texts/model/text'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Database, database } from '@/server/database/database'
import { type LoggedItem, rowOf } from '../model/rows'
import type { ConferenceChoice, ItemRow, Scope, ScopeChoice } from '../model/spreadsheet'

/** How many items are read at once. */
const atOnce = 200

/**
 * The items of a scope as spreadsheet rows, as the log has them: the projects in their order, then the
 * documents, the latest conference first; placeholder entries may be left out. Null where the scope names a field or conference that there is not.
 */
export async function listRows(
  officer: Officer,
  scope: Scope,
  slots: 'with' | 'without',
): Promise<ItemRow[] | null> {
  const db = await database()
  if (scope.kind !== 'mine' && !(await exists(db, scope))) return null
  const named = await listItems(db, scope, slots)
  const inScope =
    scope.kind === 'mine' ? named.filter(({ fields }) => mayState(officer, { fields })) : named
  const rows: ItemRow[] = []
  for (let from = 0; from < inScope.length; from += atOnce) {
    const some = inScope.slice(from, from + atOnce)
    const snapshots = await readAtVersions(db, some)
    // The embedded engine runs in this thread: let pending requests run between two portions.
    await new Promise((resolve) => setImmediate(resolve))
    rows.push(
      ...some.flatMap((item, index) => {
        const snapshot = snapshots[index]
        return snapshot ? [rowOf({ ...item, snapshot } satisfies LoggedItem)] : []
      }),
    )
  }
  return rows
}

async function exists(db: Database, { kind, reference }: Exclude<Scope, { kind: 'mine' }>) {
  const where = { where: { reference } }
  return (kind === 'field' ? await db.field.count(where) : await db.conference.count(where)) > 0
}

type Named = { kind: ItemKind; reference: string; version: number; fields: string[] }

async function listItems(db: Database, scope: Scope, slots: 'with' | 'without'): Promise<Named[]> {
  const orderBy = [
    { conference: { heldOn: 'desc' as const } },
    { conferenceId: 'asc' as const },
    { position: 'asc' as const },
  ]
  const common = {
    ...(scope.kind === 'conference' ? { conference: { reference: scope.reference } } : {}),
    ...(slots === 'without' ? { itemised: true } : {}),
  }
  const projects = await db.project.findMany({
    where: {
      ...common,
      ...(scope.kind === 'field' ? { field: { reference: scope.reference } } : {}),
    },
    select: { reference: true, version: true, field: { select: { reference: true } } },
    orderBy,
  })
  const documents = await db.document.findMany({
    where: {
      ...common,
      ...(scope.kind === 'field' ? { fields: { some: { reference: scope.reference } } } : {}),
    },
    select: { reference: true, version: true, fields: { select: { reference: true } } },
    orderBy,
  })
  return [
    ...projects.map(({ field, ...row }) => ({
      kind: 'project' as const,
      ...row,
      fields: field ? [field.reference] : [],
    })),
    ...documents.map(({ fields, ...row }) => ({
      kind: 'document' as const,
      ...row,
      fields: fields.map(({ reference }) => reference),
    })),
  ]
}

/** The fields, by their conferences, the latest first. */
export async function listFieldChoices(): Promise<ScopeChoice[]> {
  const db = await database()
  const rows = await db.field.findMany({
    include: { texts: true },
    orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
  })
  return rows.map(({ reference, texts }) => ({ reference, name: textsByPart(texts).name ?? {} }))
}

/** What each organisation is called, by slug. */
export async function listOrganisationNames(): Promise<Map<string, LocalizedText>> {
  const db = await database()
  const rows = await db.organisation.findMany({
    include: { texts: true },
    orderBy: { slug: 'asc' },
  })
  return new Map(rows.map(({ slug, texts }) => [slug, textsByPart(texts).name ?? {}]))
}

/** The conferences, the latest first. The day is ISO. */
export async function listConferenceChoices(): Promise<ConferenceChoice[]> {
  const db = await database()
  const rows = await db.conference.findMany({ orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }] })
  return rows.map(({ reference, number, heldOn }) => ({
    reference,
    number,
    heldOn: isoDay(heldOn),
  }))
}

/** The sources of the register, the latest first. Days are ISO. */
export async function listSources() {
  const db = await database()
  const rows = await db.source.findMany({
    orderBy: [{ publishedOn: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
    select: { slug: true, publisher: true, publishedOn: true, title: true, url: true },
  })
  return rows.map(({ publishedOn, ...row }) => ({
    ...row,
    publishedOn: isoDay(publishedOn),
  }))
}
