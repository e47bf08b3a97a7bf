import { writeFacts } from '@/features/desk/round/publication/commands/write-facts'
import { recordRevision } from '@/features/register/log/commands/record'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { midnight } from '@/features/register/subjects/model/columns'
import { kinds } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, Snapshot } from '@/features/register/subjects/model/snapshot'
import { statementPart } from '@/features/register/texts/model/text'
import type { TextPart } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Database } from '@/server/database/database'
import { convertAgain } from './conversions'
import { type Amendment, type Change, readAmendments } from './corrections'
import { addOtherNames } from './names'
import { toPassage } from './passages'
import { idOf, toLogged } from './rows'
import type { Run } from './run'
import { publishStatus, register, stateSigned } from './statements'

/**
 * Corrects the facts that the register opened with, each set once, by revisions that say why. A subject that an
 * officer has changed since is left as it is: what remains wrong of it stands in the desk's list of contradictions.
 *
 * @returns how many revisions that made.
 */
export async function applyAmendments(
  run: Run,
  amendments: readonly [name: string, Amendment][],
): Promise<number> {
  let revisions = 0
  if (!(await run.tx.amendment.findUnique({ where: { name: otherNamesAdded } }))) {
    revisions += await addOtherNames(run.tx)
    await run.tx.amendment.create({ data: { name: otherNamesAdded, appliedAt: now() } })
  }
  if (!(await run.tx.amendment.findUnique({ where: { name: marksConverted } }))) {
    revisions += await convertAgain(run)
    await run.tx.amendment.create({ data: { name: marksConverted, appliedAt: now() } })
  }
  for (const [name, { reason, changes }] of amendments) {
    if (await run.tx.amendment.findUnique({ where: { name } })) continue
    for (const change of changes) {
      const latest = await run.tx.revision.findFirstOrThrow({
        where: { subjectKind: change.kind, subjectReference: change.reference },
        orderBy: { subjectRevision: 'desc' },
      })
      if (latest.actorRole !== register.role) continue
      const correction = { revision: latest.number, why: reason }
      if (await applyChange(run, change, correction)) revisions++
    }
    await run.tx.amendment.create({ data: { name, appliedAt: now() } })
  }
  return revisions
}

/** The set that no file states: the names that people use, for organisations entered before these were held. */
const otherNamesAdded = '0000-other-names'

/** As `otherNamesAdded`: the quotation marks of conversions made before these were converted with the words. */
const marksConverted = '0000-quotation-marks'

/** Whether a set of corrections is still to be applied. */
export async function hasAmendmentsDue(db: Database): Promise<boolean> {
  const applied = new Set((await db.amendment.findMany()).map(({ name }) => name))
  const names = [otherNamesAdded, marksConverted, ...readAmendments().map(([name]) => name)]
  return names.some((name) => !applied.has(name))
}

type Correction = { revision: number; why: Amendment['reason'] }

/** @returns whether anything of the subject changed. */
async function applyChange(run: Run, change: Change, correction: Correction): Promise<boolean> {
  const { tx, rows, ids } = run
  const { kind, reference, status } = change
  const id = idOf(ids[kind], reference)
  const before = await readSnapshot(tx, kind, reference)
  await writeFacts(tx, kind, reference, before, changed(before, change))
  for (const [name, { bodies, origin }] of Object.entries(change.texts ?? {})) {
    const ofStatement = statementPart(name)
    const owner = ofStatement
      ? { statementId: await liveStatement(run, id) }
      : { [kinds[kind].owner]: id }
    const part = (ofStatement ?? name) as TextPart
    await tx.text.deleteMany({ where: { ...owner, part } })
    rows.addText(owner, part, toPassage(bodies, origin))
  }
  if (status === null) {
    await tx.project.update({
      where: { id },
      data: { state: 'not_reported', stateAsOf: null, currentStatementId: null },
    })
  } else if (status) await publishStatus(run, id, { ...status, assertedBy: 'editor' })
  // That a document was signed rests on what the document rests on.
  if (kind === 'document' && change.citations && before.statement) {
    await stateSigned(run, id, midnight(before.statement.asOf), change.citations)
  }
  await rows.write(tx)
  const number = await recordRevision(tx, {
    kind,
    reference,
    action: status === undefined ? 'facts_changed' : 'status_published',
    actor: register,
    citations: restsOn(before, change),
    correction,
  })
  return number !== null
}

/** @throws when nothing is stated of the project. */
async function liveStatement({ tx }: Run, id: string): Promise<string> {
  const { currentStatementId } = await tx.project.findUniqueOrThrow({ where: { id } })
  if (!currentStatementId) throw new Error('A correction names a statement that is not held.')
  return currentStatementId
}

/** What a change rests on: what it names, else what the subject rests on. */
function restsOn(before: Snapshot, { facts, status, citations }: Change): LoggedCitation[] {
  const announced = Object.values(facts?.announced ?? {}).flatMap((said) => said.citations)
  const named = [...(citations ?? []), ...(status?.citations ?? []), ...announced]
  if (named.length > 0) return toLogged(named)
  const held = Object.values(before.announced ?? {}).flatMap((said) => said.citations)
  return [...before.citations, ...held]
}

/** The subject with the facts and citations that a change names. */
function changed(before: Snapshot, { facts = {}, citations }: Change): Snapshot {
  const { announced, ...others } = facts
  const said = Object.entries(announced ?? {}).map(([kind, { number, citations: cited }]) => [
    kind,
    { number, citations: toLogged(cited) },
  ])
  return {
    ...before,
    ...others,
    ...(announced ? { announced: { ...before.announced, ...Object.fromEntries(said) } } : {}),
    citations: citations ? toLogged(citations) : before.citations,
  }
}
