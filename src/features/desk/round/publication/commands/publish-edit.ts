import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { actionOf, type EditContent } from '@/features/desk/round/edits/model/edit'
import { problemsOfOthersWords } from '@/features/desk/round/edits/model/others-words'
import { problemsOfEdit } from '@/features/desk/round/edits/model/rules'
import { mergedWith } from '@/features/desk/round/edits/queries/merge-edit'
import { registryFor } from '@/features/desk/round/edits/queries/registry'
import { currentStatementId } from '@/features/desk/round/statements/queries/current-statement'
import { newSourceName } from '@/features/desk/round/submissions/model/citations'
import {
  NothingChanged,
  NotStanding,
  type Round,
  signedBy,
} from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import {
  fieldsOf,
  type LoggedCitation,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import type { Transaction } from '@/server/database/database'
import { carryWords, type TouchedSide } from './carry-words'
import { sourceOf } from './source-of'
import { tellTouched } from './tell-sides'
import { writeFacts } from './write-facts'
import { addSlots, stateSigned } from './write-slots'
import { addSubject, takeRow } from './write-subjects'
import { writeTexts } from './write-texts'

/**
 * Writes what an edit proposes to the tables, merged with what others have changed since, place by place. New
 * sources are entered first; the subject's row is locked before it is read.
 *
 * @param baseVersion the subject's version that the edit was made on; 0 for a new subject.
 * @returns the number of the revision, and the reference, which a new subject gets here.
 * @throws {Conflict} @throws {NotStanding} @throws {NoSuchSource} @throws {NothingChanged}
 */
export async function publishEdit(
  tx: Transaction,
  {
    kind,
    reference,
    content,
    baseVersion,
    round,
  }: {
    kind: EditableKind
    reference: string | null
    content: EditContent
    baseVersion: number
    round: Round
  },
): Promise<{ revision: number; reference: string }> {
  const mine = await withRealSources(tx, content, round)
  const before = reference ? await takeSubject(tx, kind, reference) : null
  const target =
    before && reference
      ? await mergedWith(tx, { kind, reference, baseVersion }, mine, before)
      : mine
  const problems = [
    ...problemsOfEdit(kind, before, target, await registryFor(tx, kind, target)),
    ...problemsOfOthersWords(before, target, round.author.side),
  ]
  if (problems.length > 0) throw new NotStanding(problems)
  const permanent = reference ?? (await addSubject(tx, kind, target))
  await writeFacts(tx, kind, permanent, before, target)
  await writeTexts(tx, kind, permanent, before, target, round)
  const touched = await keepWords(tx, kind, permanent, before, target)
  if (kind === 'document' && !before) {
    await stateSigned(tx, permanent, target.signedOn ?? null, target.citations, round)
  }
  const revision = await recordRevision(tx, {
    kind,
    reference: permanent,
    action: actionOf(before, target),
    ...signedBy(round),
    citations: citationsIn(target),
    correction: round.correction,
  })
  if (revision === null) throw new NothingChanged()
  await tellTouched(tx, touched, {
    reference: permanent,
    fields: fieldsOf(target),
    revision,
    authorSide: round.author.side,
  })
  if (kind === 'conference') await addSlots(tx, permanent, before, target, round)
  return { revision, reference: permanent }
}

/** Marks what sides have said of an item's statement as said of its earlier wording, where that changes. */
async function keepWords(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
): Promise<TouchedSide[]> {
  if (kind !== 'project' && kind !== 'document') return []
  if (isDeepStrictEqual(before?.statement?.texts ?? {}, after.statement?.texts ?? {})) return []
  const statementId = await currentStatementId(tx, kind, reference)
  if (!statementId) return []
  const { version } =
    kind === 'project'
      ? await tx.project.findUniqueOrThrow({ where: { reference } })
      : await tx.document.findUniqueOrThrow({ where: { reference } })
  const change = { from: statementId, to: statementId, isSame: true, revision: version }
  return carryWords(tx, change)
}

/** Locks the subject's row and reads it. */
async function takeSubject(tx: Transaction, kind: EditableKind, reference: string) {
  await takeRow(tx, kind, reference)
  return readSnapshot(tx, kind, reference)
}

/** The proposed snapshot with new sources entered and named by their permanent slugs. */
async function withRealSources(
  tx: Transaction,
  { snapshot, newSources }: EditContent,
  round: Round,
): Promise<ProposedSnapshot> {
  if (newSources.length === 0) return snapshot
  let text = JSON.stringify(snapshot)
  for (const [index, source] of newSources.entries()) {
    const { slug } = await sourceOf(tx, source, round)
    text = text.replaceAll(
      `"source":${JSON.stringify(newSourceName(index))}`,
      `"source":${JSON.stringify(slug)}`,
    )
  }
  return JSON.parse(text)
}

/** What a subject rests on, those of the announced numbers included. */
function citationsIn(snapshot: ProposedSnapshot): LoggedCitation[] {
  const announced = Object.values(snapshot.announced ?? {})
  return [...snapshot.citations, ...announced.flatMap(({ citations }) => citations)]
}
