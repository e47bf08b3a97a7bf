import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '../../../server/clock'
import type { Transaction } from '../../../server/database/database'
import type { OfficerRole } from '../../officers/model'
import { recordRevision } from '../../revisions/record'
import type { CitationInput, StatementInput } from '../input'
import type { DocumentState, ProjectState } from '../model'
import type { ItemForUpdate } from '../queries'
import { textsOf } from './statement-texts'

/** An officer as the log names one. */
export type Signing = { id: string; role: OfficerRole; side: string }

/** The item has moved on since the officer saw it; undoes the transaction it is thrown in. */
export class VersionConflict extends Error {}
/** The source named in a citation is not in the register. */
export class NoSuchSource extends Error {}

/** Long enough for a writer to wait for those before it. */
export const patient = { maxWait: 10_000, timeout: 20_000 }

/**
 * Makes a statement the live one of its item: statement, texts, citation, source if new, the item's
 * columns, the revision. The item's row is taken first and the log's lock last, so that two writers
 * cannot wait for each other.
 *
 * @param version the item's version that the officer saw.
 * @returns the number of the revision.
 * @throws {VersionConflict} @throws {NoSuchSource}
 */
export async function publishStatement(
  tx: Transaction,
  {
    item,
    statement,
    version,
    author,
    approver,
  }: {
    item: ItemForUpdate
    statement: StatementInput
    version: number
    author: Signing
    approver: Signing
  },
): Promise<number> {
  const stateAsOf = new Date(`${statement.asOf}T00:00:00Z`)
  const seen = { id: item.id, version }
  const taken =
    item.kind === 'project'
      ? await tx.project.updateMany({
          where: seen,
          data: { state: statement.state as ProjectState, stateAsOf },
        })
      : await tx.document.updateMany({
          where: seen,
          data: { state: statement.state as DocumentState, stateAsOf },
        })
  if (taken.count === 0) throw new VersionConflict()

  const at = now()
  const cited = statement.citation
  const source = cited && (await sourceOf(tx, cited.source, author, approver))
  const { id } = await tx.statusStatement.create({
    data: {
      ...(item.kind === 'project'
        ? { projectId: item.id, projectState: statement.state as ProjectState }
        : { documentId: item.id, documentState: statement.state as DocumentState }),
      asOf: stateAsOf,
      assertedBy: statement.assertedBy,
      authorId: author.id,
      approverId: approver.id,
      publishedAt: at,
    },
  })
  for (const data of textsOf(statement, { authorId: author.id, approverId: approver.id, at })) {
    await tx.text.create({ data: { ...data, statement: { connect: { id } } } })
  }
  const quote = cited?.quote || null
  const locator = cited?.locator || null
  if (source) {
    await tx.citation.create({
      data: { statementId: id, sourceId: source.id, quote, locator, position: 1 },
    })
  }
  const current = { where: { id: item.id }, data: { currentStatementId: id } }
  if (item.kind === 'project') await tx.project.update(current)
  else await tx.document.update(current)

  const number = await recordRevision(tx, {
    kind: item.kind,
    reference: item.reference,
    action: 'status_published',
    actor: signed(author),
    approver: signed(approver),
    citations: source ? [{ source: source.slug, quote, locator }] : [],
  })
  // A statement that repeats the live one to the letter changes nothing that the log could record.
  if (number === null) throw new NothingChanged()
  return number
}

/** The statement says what the live one says already. */
export class NothingChanged extends Error {}

function signed({ id, role, side }: Signing) {
  return { role, side, officerId: id }
}

/** The source cited: the one chosen, or a new one, entered in the log as well. */
async function sourceOf(
  tx: Transaction,
  source: CitationInput['source'],
  author: Signing,
  approver: Signing,
): Promise<{ id: string; slug: string }> {
  if (source.kind === 'existing') {
    const found = await tx.source.findUnique({ where: { slug: source.slug } })
    if (!found) throw new NoSuchSource()
    return found
  }
  const words = source.publisher.toLowerCase().match(/[a-z0-9]+/g) ?? ['source']
  const slug = [...words.slice(0, 4), source.publishedOn, randomBytes(3).toString('hex')]
    .filter(Boolean)
    .join('-')
  const added = await tx.source.create({
    data: {
      slug,
      publisher: source.publisher,
      publishedOn: source.publishedOn ? new Date(`${source.publishedOn}T00:00:00Z`) : null,
      title: source.title || null,
      url: source.url || null,
      kind: source.sourceKind,
      language: source.language,
    },
  })
  await recordRevision(tx, {
    kind: 'source',
    reference: slug,
    action: 'entered',
    actor: signed(author),
    approver: signed(approver),
    citations: [],
  })
  return added
}
