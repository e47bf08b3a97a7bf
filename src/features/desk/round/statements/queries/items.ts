import 'server-only'
import { sidesOf, withSides } from '@/features/register/cities/queries'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { type ItemKind, itemKindOf } from '@/features/register/states/model/states'
import { toConfirmations, withConfirmations } from '@/features/register/states/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { ItemToState } from '../model/item'

const currentStatement = {
  include: {
    texts: true,
    citations: withCitations,
    confirmations: withConfirmations,
  },
} as const satisfies Prisma.Project$currentStatementArgs
const withProject = {
  texts: true,
  field: true,
  conference: { include: { mechanism: withSides } },
  currentStatement,
} as const satisfies Prisma.ProjectInclude
const withDocument = {
  texts: true,
  fields: true,
  conference: true,
  mechanism: withSides,
  currentStatement,
} as const satisfies Prisma.DocumentInclude

type ProjectRow = Prisma.ProjectGetPayload<{ include: typeof withProject }>
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof withDocument }>

/** One item with its live statement; null for an unknown reference. */
export async function findItemToState(reference: string): Promise<ItemToState | null> {
  return readItem(await database(), reference)
}

/** As `findItemToState`, inside a transaction or out of one. */
export async function readItem(
  db: Database | Transaction,
  reference: string,
): Promise<ItemToState | null> {
  return (await readItems(db, [reference])).get(reference) ?? null
}

/** Several items at once, by reference; unknown references are left out. */
export async function readItems(
  db: Database | Transaction,
  references: readonly string[],
): Promise<ReadonlyMap<string, ItemToState>> {
  const named = (kind: ItemKind) => ({
    where: { reference: { in: references.filter((one) => itemKindOf(one) === kind) } },
  })
  const projects = await db.project.findMany({ ...named('project'), include: withProject })
  const documents = await db.document.findMany({ ...named('document'), include: withDocument })
  const items = [...projects.map(fromProject), ...documents.map(fromDocument)]
  return new Map(items.map((item) => [item.reference, item]))
}

function fromProject(row: ProjectRow): ItemToState {
  return toItem('project', row, {
    fields: row.field ? [row.field.reference] : [],
    mechanism: row.conference.mechanism,
    day: row.conference.heldOn,
  })
}

function fromDocument(row: DocumentRow): ItemToState {
  return toItem('document', row, {
    fields: row.fields.map((field) => field.reference),
    mechanism: row.mechanism,
    day: row.conference?.heldOn ?? row.signedOn,
  })
}

type Placed = { fields: string[]; mechanism: Parameters<typeof sidesOf>[0]; day: Date | null }

function toItem(
  kind: ItemKind,
  row: ProjectRow | DocumentRow,
  { fields, mechanism, day }: Placed,
): ItemToState {
  const statement = row.currentStatement
  const texts = textsByPart(statement?.texts ?? [])
  const sides = sidesOf(mechanism)
  return {
    id: row.id,
    kind,
    reference: row.reference,
    itemised: row.itemised,
    title: titleOf(row.texts),
    fields,
    conferenceDay: isoDay(day),
    live: {
      state: row.state,
      asOf: isoDay(row.stateAsOf),
      assertedBy: statement?.assertedBy ?? null,
      note: texts.note ?? {},
      reason: texts.reason ?? {},
      citations: toCitations(statement?.citations ?? []),
      confirmations: toConfirmations(statement?.confirmations ?? [], sides),
      sides,
      statementId: statement?.id ?? null,
      authorId: statement?.authorId ?? null,
      version: row.version,
    },
  }
}

function titleOf(rows: Parameters<typeof textsByPart>[0]): LocalizedText {
  const texts = textsByPart(rows)
  return texts.title ?? texts.text ?? {}
}
