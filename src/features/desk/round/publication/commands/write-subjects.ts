import 'server-only'
import { randomBytes } from 'node:crypto'
import { storedColumns } from '@/features/register/subjects/model/columns'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import {
  type Evidenced,
  type FactsOf,
  factsIn,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import { isMonth } from '@/i18n/dates'
import type { Transaction } from '@/server/database/database'
import { sourceSlug } from './source-of'

type Row = { id: string; version: number }

async function findRow(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
  lock: '' | 'for update' = '',
): Promise<Row | null> {
  const { table, key } = kinds[kind]
  // Both names come from the table of kinds.
  const [row] = await tx.$queryRawUnsafe<Row[]>(
    `select id, version from "${table}" where "${key}" = $1 ${lock}`,
    reference,
  )
  return row ?? null
}

/** Locks the subject's row until the transaction ends. @throws when there is no such subject. */
export async function takeRow(tx: Transaction, kind: EditableKind, reference: string) {
  const row = await findRow(tx, kind, reference, 'for update')
  if (!row) throw new Error(`There is no ${kind} ${reference}.`)
}

/** The subject's database id. @throws when there is no such subject. */
export async function idOf(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
): Promise<string> {
  const row = await findRow(tx, kind, reference)
  if (!row) throw new Error(`There is no ${kind} ${reference}.`)
  return row.id
}

/**
 * Adds a row for a new subject, with as little as the table asks for; `writeFacts` completes it. The
 * reference is the next free one of its series and is never given again.
 * @returns the reference.
 */
export async function addSubject<Kind extends EditableKind>(
  tx: Transaction,
  kind: Kind,
  snapshot: ProposedSnapshot,
): Promise<string> {
  return adders[kind](tx, factsIn(kind, snapshot))
}

const adders: {
  [Kind in EditableKind]: (tx: Transaction, facts: FactsOf<Kind> & Evidenced) => Promise<string>
} = {
  project: async (tx, facts) => {
    const { conference, field } = facts
    if (!field) throw new Error('A project is added to a field; one without is a slot.')
    const taken = await tx.project.findMany({
      where: { reference: { startsWith: `${field}.` } },
      select: { reference: true },
    })
    const names = taken.map(({ reference }) => reference)
    const reference = `${field}.${nextOf(names, /\.(\d+)$/)}`
    const { id } = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
    // Itemised by `writeFacts`, once it has its field.
    await tx.project.create({
      data: {
        ...storedColumns('project', facts),
        reference,
        conferenceId: id,
        itemised: false,
        position: await nextPosition(tx, id, 'Project'),
      },
    })
    return reference
  },
  document: async (tx, { conference, mechanism, counted, fullTextPublished, signedOn }) => {
    const isCounted = counted === 'yes' || counted === 'presumed'
    if (conference) {
      const held = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
      const series = isCounted ? ('d' as const) : ('m' as const)
      return addDocumentRow(tx, held, series, { counted, fullTextPublished })
    }
    if (!mechanism || !signedOn) {
      throw new Error('A document signed outside a conference names its mechanism and its day.')
    }
    const { id, referencePrefix } = await tx.mechanism.findUniqueOrThrow({
      where: { slug: mechanism },
    })
    const series = `${referencePrefix ? `${referencePrefix}-` : ''}${signedOn.slice(0, 4)}-d`
    const reference = await nextInSeries(tx.document, series)
    await tx.document.create({
      data: {
        reference,
        mechanismId: id,
        // Itemised by `writeFacts`, once it has its kind: one outside a conference is never a slot.
        itemised: true,
        kind: 'memorandum',
        state: 'signed',
        position: await nextPosition(tx, null, 'Document'),
        counted: 'no',
        fullTextPublished,
      },
    })
    return reference
  },
  development: async (tx, facts) => {
    // `2025-09-m1`: a reference must not look like the day that is not known.
    const series = isMonth(facts.date) ? `${facts.date}-m` : `${facts.date}-`
    const taken = await tx.development.findMany({
      where: { slug: { startsWith: series } },
      select: { slug: true },
    })
    const names = taken.map(({ slug }) => slug)
    const slug = `${series}${nextOf(names, /(\d+)$/)}`
    await tx.development.create({ data: { ...storedColumns('development', facts), slug } })
    return slug
  },
  conference: async (tx, facts) => {
    const { mechanism, number } = facts
    const { id, referencePrefix } = await tx.mechanism.findUniqueOrThrow({
      where: { slug: mechanism },
    })
    const reference = `${referencePrefix ? `${referencePrefix}-` : ''}${number}`
    await tx.conference.create({
      data: { ...storedColumns('conference', facts), reference, mechanismId: id, number },
    })
    return reference
  },
  field: async (tx, facts) => {
    const { conference, number } = facts
    const { id } = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
    const reference = `${conference}-${number}`
    await tx.field.create({
      data: { ...storedColumns('field', facts), reference, conferenceId: id, number },
    })
    return reference
  },
  organisation: async (tx, facts) => {
    const slug = await freeSlug(tx, 'organisation', facts.texts)
    await tx.organisation.create({ data: { ...storedColumns('organisation', facts), slug } })
    return slug
  },
  person: async (tx, facts) => {
    const slug = await freeSlug(tx, 'person', facts.texts)
    await tx.person.create({ data: { ...storedColumns('person', facts), slug } })
    return slug
  },
  source: async (tx, facts) => {
    const slug = sourceSlug(facts.publisher, facts.publishedOn)
    await tx.source.create({ data: { ...storedColumns('source', facts), slug } })
    return slug
  },
  glossary_term: async (tx, facts) => {
    const slug = await freeSlug(tx, 'glossary_term', facts.texts)
    const last = await tx.glossaryTerm.aggregate({ _max: { position: true } })
    const position = (last._max.position ?? 0) + 1
    await tx.glossaryTerm.create({
      data: { ...storedColumns('glossary_term', facts), slug, position },
    })
    return slug
  },
}

/** A document row of the series `d` (counted in the announced total) or `m` (beside it). @returns its reference. */
export async function addDocumentRow(
  tx: Transaction,
  conference: { id: string; mechanismId: string; reference: string },
  series: 'd' | 'm',
  facts: Pick<FactsOf<'document'>, 'counted' | 'fullTextPublished'>,
): Promise<string> {
  const reference = await nextInSeries(tx.document, `${conference.reference}-${series}`)
  await tx.document.create({
    data: {
      reference,
      conferenceId: conference.id,
      mechanismId: conference.mechanismId,
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
  const names = taken.map(({ reference }) => reference)
  return `${prefix}${String(nextOf(names, /(\d+)$/)).padStart(2, '0')}`
}

/** The place after the last one of a conference's projects or documents, or of the documents that have none. */
export async function nextPosition(
  tx: Transaction,
  conferenceId: string | null,
  table: 'Project' | 'Document',
): Promise<number> {
  const last =
    table === 'Project' && conferenceId
      ? await tx.project.aggregate({ where: { conferenceId }, _max: { position: true } })
      : await tx.document.aggregate({ where: { conferenceId }, _max: { position: true } })
  return (last._max.position ?? 0) + 1
}

/** One more than the greatest number that the pattern finds. */
function nextOf(names: readonly string[], pattern: RegExp): number {
  return Math.max(0, ...names.map((name) => Number(pattern.exec(name)?.[1] ?? 0))) + 1
}

/** A permanent name from the English one, or from random letters where there is none. */
async function freeSlug(
  tx: Transaction,
  kind: EditableKind,
  texts: Evidenced['texts'],
): Promise<string> {
  const words = texts.name?.en?.body.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const slug = words.slice(0, 8).join('-').slice(0, 60)
  // `new` is the address of what is to be added.
  if (slug && slug !== 'new' && !(await findRow(tx, kind, slug))) return slug
  return [slug || 'entry', randomBytes(3).toString('hex')].join('-')
}
