import 'server-only'
import type { StatementInput, ViewInput } from '@/features/desk/round/statements/input/statement'
import type { ItemToState, LiveStatement } from '@/features/desk/round/statements/model/item'
import { problemsAsThingsAre } from '@/features/desk/round/statements/model/standing'
import { passageTexts, textsOf } from '@/features/desk/round/statements/model/statement-texts'
import { currentStatementId } from '@/features/desk/round/statements/queries/current-statement'
import { readItem } from '@/features/desk/round/statements/queries/items'
import { findNewStatements } from '@/features/desk/round/statements/queries/new-statements'
import {
  Conflict,
  NothingChanged,
  NotStanding,
  type Round,
  signedBy,
} from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import type { CitationInput } from '@/features/register/sources/input'
import { isSameSubstance } from '@/features/register/states/model/carried'
import { assertionOf } from '@/features/register/states/model/statements'
import {
  type DocumentState,
  itemKindOf,
  type ProjectState,
} from '@/features/register/states/model/states'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import { hongKongDay } from '@/i18n/formats'
import type { Transaction } from '@/server/database/database'
import { carryWords } from './carry-words'
import { sourceOf } from './source-of'
import { tellTouched } from './tell-sides'

/**
 * Makes a statement the live one of its item: statement, texts, citations, sources if new, who says so for a side,
 * the item's columns, the revision.
 *
 * @param version the item's version that was compared with. The item's own texts and what the sides confirm
 *   may have changed since; what is said of its state may not.
 * @returns the number of the revision.
 * @throws {Conflict} @throws {NotStanding} @throws {NoSuchSource} @throws {NothingChanged}
 */
export async function publishStatement(
  tx: Transaction,
  { statement, version, round }: { statement: StatementInput; version: number; round: Round },
): Promise<number> {
  const { reference } = statement
  const kind = itemKindOf(reference)
  const live = await readItem(tx, reference)
  if (!live) throw new Conflict()
  const stateAsOf = new Date(`${statement.asOf}T00:00:00Z`)
  const taken =
    kind === 'project'
      ? await tx.project.update({
          where: { reference },
          data: { state: statement.state as ProjectState, stateAsOf },
        })
      : await tx.document.update({
          where: { reference },
          data: { state: statement.state as DocumentState, stateAsOf },
        })
  const item = { kind, reference, since: version, now: taken.version }
  if ((await findNewStatements(tx, [item])).size > 0) throw new Conflict()
  const problems = problemsAsThingsAre(statement, live, hongKongDay(round.at), {
    isCorrection: round.correction !== null,
    authorSide: round.author.side,
  })
  if (problems.length > 0) throw new NotStanding(problems)
  const speakers = speakersOf(statement, live, round)
  // Recorded before the statement exists, because each record checks what the current statement cites.
  const cited: LoggedCited[] = []
  for (const citation of statement.citations) cited.push(await loggedCitation(tx, citation, round))
  const { id } = await tx.statusStatement.create({
    data: {
      ...(kind === 'project'
        ? { projectId: taken.id, projectState: statement.state as ProjectState }
        : { documentId: taken.id, documentState: statement.state as DocumentState }),
      asOf: stateAsOf,
      assertedBy: statement.assertedBy,
      authorId: round.author.id,
      approverId: round.approver.id,
      publishedAt: round.at,
    },
  })
  for (const data of textsOf(statement, readingOf(round))) {
    await tx.text.create({ data: { ...data, statement: { connect: { id } } } })
  }
  await cite(tx, { statementId: id }, cited)
  for (const { side, officerId, at } of speakers) {
    const word = { statementId: id, side, stance: 'asserts', officerId, at } as const
    await tx.confirmation.create({ data: { ...word, approverId: round.approver.id } })
  }
  const touched = await carryWords(tx, {
    from: live.live.statementId,
    to: id,
    isSame: isSameSubstance(substanceOf(live.live), {
      ...statement,
      citations: cited.map(({ logged }) => logged),
    }),
    revision: taken.version,
  })
  const current = { where: { id: taken.id }, data: { currentStatementId: id } }
  if (kind === 'project') await tx.project.update(current)
  else await tx.document.update(current)

  const number = await recordRevision(tx, {
    kind,
    reference,
    action: 'status_published',
    ...signedBy(round),
    citations: cited.map(({ logged }) => logged),
    correction: round.correction,
  })
  // A statement that repeats the live one to the letter changes nothing that the log could record.
  if (number === null) throw new NothingChanged()
  const { fields } = live
  await tellTouched(tx, touched, {
    reference,
    fields,
    revision: number,
    authorSide: round.author.side,
  })
  return number
}

/**
 * The officers who say so for their sides: the author of a side's own statement; of one of both sides, the officer
 * of the other as well.
 * @throws {NotStanding} while nobody has said yes for the other side.
 */
function speakersOf({ assertedBy }: StatementInput, { live }: ItemToState, round: Round) {
  const { author, agreed, at } = round
  const own = { side: author.side, officerId: author.id, at }
  if (assertedBy !== 'both_sides') return assertedBy === assertionOf(author.side) ? [own] : []
  const isOther =
    agreed !== null &&
    agreed.officer.side !== author.side &&
    live.sides.some(({ code }) => code === agreed.officer.side)
  if (!isOther) throw new NotStanding([{ field: 'assertedBy', code: 'needs_other_side' }])
  return [own, { side: agreed.officer.side, officerId: agreed.officer.id, at: agreed.at }]
}

/**
 * Records a side's differing view of the statement that is live.
 * @param statementId the statement that the view was written against: another since is a conflict.
 * @returns the number of the revision.
 * @throws {Conflict} @throws {NoSuchSource}
 */
export async function publishView(
  tx: Transaction,
  {
    view,
    statementId,
    side,
    round,
  }: { view: ViewInput; statementId: string; side: string; round: Round },
): Promise<number> {
  const kind = itemKindOf(view.reference)
  if ((await currentStatementId(tx, kind, view.reference)) !== statementId) {
    throw new Conflict()
  }
  const cited = await loggedCitation(tx, view.citation, round)
  const { id } = await tx.confirmation.create({
    data: {
      statementId,
      side,
      stance: 'differs',
      officerId: round.author.id,
      approverId: round.approver.id,
      at: round.at,
    },
  })
  const texts = passageTexts('note', view.note, view, readingOf(round))
  for (const data of texts) {
    await tx.text.create({ data: { ...data, confirmation: { connect: { id } } } })
  }
  await cite(tx, { confirmationId: id }, [cited])
  const number = await recordRevision(tx, {
    kind,
    reference: view.reference,
    action: 'differed',
    ...signedBy(round),
    citations: [cited.logged],
    correction: round.correction,
  })
  if (number === null) throw new NothingChanged()
  return number
}

function readingOf({ author, approver, at }: Round) {
  return { authorId: author.id, approverId: approver.id, at }
}

type LoggedCited = { sourceId: string; logged: LoggedCitation }

/** A citation in the log's form, with the id of its source, which is entered where it is new. */
async function loggedCitation(
  tx: Transaction,
  citation: CitationInput,
  round: Round,
): Promise<LoggedCited> {
  const source = await sourceOf(tx, citation.source, round)
  const place = { quote: citation.quote || null, locator: citation.locator || null }
  return { sourceId: source.id, logged: { source: source.slug, ...place } }
}

/** Writes the citations of a statement or view. */
async function cite(
  tx: Transaction,
  owner: { statementId: string } | { confirmationId: string },
  cited: readonly LoggedCited[],
): Promise<void> {
  for (const [index, { sourceId, logged }] of cited.entries()) {
    const { quote, locator } = logged
    await tx.citation.create({ data: { ...owner, sourceId, quote, locator, position: index + 1 } })
  }
}

/** What decides whether a tick holds, of the statement that is live. */
function substanceOf({ state, asOf, assertedBy, citations }: LiveStatement) {
  const logged = citations.map(({ source, quote, locator }) => ({
    source: source.slug,
    quote,
    locator,
  }))
  return { state, asOf: asOf ?? '', assertedBy: assertedBy ?? '', citations: logged }
}
