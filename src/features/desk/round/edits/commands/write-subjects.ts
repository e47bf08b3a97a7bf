import 'server-only'
import { randomBytes } from 'node:crypto'
import { sourceSlug } from '@/features/desk/round/submissions/commands/source-of'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Transaction } from '@/server/database/database'
import type { FactsOf } from '../input'

/**
 * Takes the subject's row until the transaction ends, and tells its version.
 * @throws when there is no such subject.
 */
export async function versionOf(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
): Promise<number> {
  const { table, key } = kinds[kind]
  // Both names come from the table of kinds.
  const rows = await tx.$queryRawUnsafe<{ version: number }[]>(
    `select version from "${table}" where "${key}" = $1 for update`,
    reference,
  )
  const [row] = rows
  if (!row) throw new Error(`There is no ${kind} ${reference}.`)
  return row.version
}

/** The subject's database id. @throws when there is no such subject. */
export async function idOf(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
): Promise<string> {
  const { table, key } = kinds[kind]
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select id from "${table}" where "${key}" = $1`,
    reference,
  )
  const [row] = rows
  if (!row) throw new Error(`There is no ${kind} ${reference}.`)
  return row.id
}

/**
 * Adds a row for a new subject, with as little as the table asks for; `writeFacts` completes it. The
 * reference is the next free one of its series and is never given again.
 * @returns the reference.
 */
export async function addSubject(
  tx: Transaction,
  kind: EditableKind,
  snapshot: Snapshot,
): Promise<string> {
  return adders[kind](tx, snapshot as never)
}

type Facts<Kind extends EditableKind> = FactsOf<Kind> & Pick<Snapshot, 'texts'>

const adders: {
  [Kind in EditableKind]: (tx: Transaction, facts: Facts<Kind>) => Promise<string>
} = {
  project: async (tx, { conference, field }) => {
    if (!field) throw new Error('A project is added to a field; one without is a slot.')
    const taken = await tx.project.findMany({
      where: { reference: { startsWith: `${field}.` } },
      select: { reference: true },
    })
    const reference = `${field}.${nextOf(
      taken.map((row) => row.reference),
      /\.(\d+)$/,
    )}`
    const { id } = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
    // Itemised by `writeFacts`, once it has its field.
    await tx.project.create({
      data: {
        reference,
        conferenceId: id,
        itemised: false,
        position: await nextPosition(tx, id, 'Project'),
      },
    })
    return reference
  },
  document: async (tx, { conference, counted, fullTextPublished }) => {
    const isCounted = counted === 'yes' || counted === 'presumed'
    const { id } = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
    return addDocumentRow(tx, { id, reference: conference }, isCounted ? 'd' : 'm', {
      counted,
      fullTextPublished,
    })
  },
  development: async (tx, { date, namesTheConference }) => {
    const taken = await tx.development.findMany({
      where: { slug: { startsWith: `${date}-` } },
      select: { slug: true },
    })
    const slug = `${date}-${nextOf(
      taken.map((row) => row.slug),
      /-(\d+)$/,
    )}`
    await tx.development.create({ data: { slug, date: midnight(date), namesTheConference } })
    return slug
  },
  conference: async (tx, { mechanism, number, heldOn }) => {
    const { id, referencePrefix } = await tx.mechanism.findUniqueOrThrow({
      where: { slug: mechanism },
    })
    const reference = `${referencePrefix ? `${referencePrefix}-` : ''}${number}`
    await tx.conference.create({
      data: { reference, mechanismId: id, number, heldOn: midnight(heldOn) },
    })
    return reference
  },
  field: async (tx, { conference, number }) => {
    const { id } = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
    const reference = `${conference}-${number}`
    await tx.field.create({ data: { reference, conferenceId: id, number } })
    return reference
  },
  organisation: async (tx, { side, texts }) => {
    const slug = await freeSlug(texts, async (name) =>
      Boolean(await tx.organisation.findUnique({ where: { slug: name } })),
    )
    await tx.organisation.create({ data: { slug, side } })
    return slug
  },
  person: async (tx, { texts }) => {
    const slug = await freeSlug(texts, async (name) =>
      Boolean(await tx.person.findUnique({ where: { slug: name } })),
    )
    await tx.person.create({ data: { slug } })
    return slug
  },
  source: async (tx, { publisher, publishedOn, kind, language }) => {
    const slug = sourceSlug(publisher, publishedOn)
    await tx.source.create({ data: { slug, publisher, kind, language } })
    return slug
  },
  glossary_term: async (tx, { also, texts }) => {
    const slug = await freeSlug(texts, async (name) =>
      Boolean(await tx.glossaryTerm.findUnique({ where: { slug: name } })),
    )
    const last = await tx.glossaryTerm.aggregate({ _max: { position: true } })
    await tx.glossaryTerm.create({ data: { slug, also, position: (last._max.position ?? 0) + 1 } })
    return slug
  },
}

/** A document row of the series `d` (counted in the announced total) or `m` (beside it). @returns its reference. */
export async function addDocumentRow(
  tx: Transaction,
  conference: { id: string; reference: string },
  series: 'd' | 'm',
  facts: {
    counted: 'yes' | 'presumed' | 'unclear' | 'no'
    fullTextPublished: 'yes' | 'no' | 'unknown'
  },
): Promise<string> {
  const reference = await nextInSeries(tx.document, `${conference.reference}-${series}`)
  await tx.document.create({
    data: {
      reference,
      conferenceId: conference.id,
      itemised: false,
      state: 'signed',
      position: await nextPosition(tx, conference.id, 'Document'),
      ...facts,
    },
  })
  return reference
}

type Numbered = {
  findMany(asked: {
    where: { reference: { startsWith: string } }
    select: { reference: true }
  }): Promise<{ reference: string }[]>
}

/** The next free reference of a numbered series: `6-d21`, `7-u01`. */
export async function nextInSeries(table: Numbered, prefix: string): Promise<string> {
  const taken = await table.findMany({
    where: { reference: { startsWith: prefix } },
    select: { reference: true },
  })
  const next = nextOf(
    taken.map(({ reference }) => reference),
    /(\d+)$/,
  )
  return `${prefix}${String(next).padStart(2, '0')}`
}

/** The place after the last one of a conference's projects or documents. */
export async function nextPosition(
  tx: Transaction,
  conferenceId: string,
  table: 'Project' | 'Document',
): Promise<number> {
  const where = { where: { conferenceId }, _max: { position: true } } as const
  const last =
    table === 'Project' ? await tx.project.aggregate(where) : await tx.document.aggregate(where)
  return (last._max.position ?? 0) + 1
}

/** One more than the greatest number that the pattern finds. */
export function nextOf(references: readonly string[], pattern: RegExp): number {
  return (
    Math.max(0, ...references.map((reference) => Number(pattern.exec(reference)?.[1] ?? 0))) + 1
  )
}

/** A day as the date column takes it. */
export function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A permanent name from the English one, or from random letters where there is none. */
async function freeSlug(
  texts: Snapshot['texts'],
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  const words = texts.name?.en?.body.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const slug = words.slice(0, 8).join('-').slice(0, 60)
  // `new` is the address of what is to be added.
  if (slug && slug !== 'new' && !(await isTaken(slug))) return slug
  return [slug || 'entry', randomBytes(3).toString('hex')].join('-')
}
