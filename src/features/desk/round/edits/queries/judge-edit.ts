import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Officer } from '@/features/desk/officers/model'
import { mayEdit } from '@/features/desk/officers/policy'
import {
  isOfSubject,
  readAtVersions,
  readLatest,
} from '@/features/desk/round/submissions/queries/versions'
import { changesBetween } from '@/features/register/log/model'
import { merge } from '@/features/register/subjects/model/merge'
import {
  editableOf,
  fieldsOf,
  isSlot,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { EditInput, TextsInput } from '../input'
import type { EditContent, EditRefused, JudgedEdit } from '../model/edit'
import { problemsOfOthersWords } from '../model/others-words'
import { proposalOf, textsProposalOf } from '../model/proposal'
import { problemsOfEdit, type Registry } from '../model/rules'
import { type EditableSubject, readWaitingEdits, type WaitingEdit } from './editables'
import { registryForAll } from './registry'

/** A change of anything, or of texts alone. */
export type Change = EditInput | TextsInput

/**
 * Judges an edit as if it were submitted now. Writes nothing: the editor's preview shows what the command
 * would answer, by the same rules.
 */
export async function judgeEdit(
  officer: Officer,
  input: EditInput,
): Promise<JudgedEdit | EditRefused> {
  const [judged] = await readJudgements(await database(), officer, [input])
  return judged ?? { reason: 'no_such_item' }
}

/**
 * As `judgeEdit`, of many changes at once, inside a transaction or out of one.
 * @returns what becomes of each, in order; the content is the change as merged with what is live.
 */
export async function readJudgements(
  db: Database | Transaction,
  officer: Officer,
  inputs: readonly Change[],
): Promise<(JudgedEdit | EditRefused)[]> {
  const situations = await situationsOf(db, officer, inputs)
  const judged: (Candidate | EditRefused)[] = []
  for (const situation of situations) {
    const one = judge(officer, situation)
    const isCandidate = 'content' in one
    const isNamed = !isCandidate || (await isOfSubject(db, situation.input, one.correction))
    judged.push(isNamed ? one : { reason: 'no_such_revision' })
  }
  const candidates = judged.flatMap((one) => ('content' in one ? [one] : []))
  const registries = await registryForAll(
    db,
    candidates.map(({ input, content }) => ({ kind: input.kind, snapshot: content.snapshot })),
  )
  const problems = new Map(
    candidates.map((one, index) => [
      one,
      problemsOfEdit(
        one.input.kind,
        one.before,
        one.content.snapshot,
        registries[index] as Registry,
      ),
    ]),
  )
  return judged.map((one) => {
    if (!('content' in one)) return one
    const found = problems.get(one) ?? []
    const { content, version, correction } = one
    return found.length > 0
      ? { reason: 'invalid', problems: found }
      : { content, version, correction }
  })
}

/** A change and what it is made on. */
type Situation = {
  input: Change
  /** The subject as it is now; null for a new or an unknown one. */
  live: EditableSubject | null
  /** The officer's own edit that a change of texts alone carries on. */
  waiting: WaitingEdit | null
  /** The subject as it was when the change, or the edit carried on, was made. */
  base: ProposedSnapshot | null
}

async function situationsOf(
  db: Database | Transaction,
  officer: Officer,
  inputs: readonly Change[],
): Promise<Situation[]> {
  const named = inputs.flatMap(({ kind, reference }) => (reference ? [{ kind, reference }] : []))
  const texts = inputs.flatMap((input) => ('facts' in input ? [] : [input]))
  const keyOf = ({ kind, reference }: Pick<Change, 'kind' | 'reference'>) => `${kind} ${reference}`
  const lives = new Map(
    (await readLatest(db, named)).flatMap((live) => (live ? [[keyOf(live), live]] : [])),
  )
  const waiting = await readWaitingEdits(db, officer, texts)
  const found = inputs.map((input) => {
    const carried = 'facts' in input ? null : (waiting.get(keyOf(input)) ?? null)
    const version = carried?.baseVersion ?? input.version
    return { input, live: lives.get(keyOf(input)) ?? null, waiting: carried, version }
  })
  const moved = found.flatMap(({ input: { kind, reference }, live, version }) =>
    reference && live && live.version !== version ? [{ kind, reference, version }] : [],
  )
  const bases = (await readAtVersions(db, moved)).values()
  return found.map(({ version, ...one }) => {
    const isMoved = one.live !== null && one.live.version !== version
    const base = isMoved ? bases.next().value : one.live?.snapshot
    return { ...one, base: base ?? null }
  })
}

/** A change that this officer may make and that changes something; only the registry lookup is left. */
type Candidate = JudgedEdit & {
  input: Change
  before: ProposedSnapshot | null
  content: EditContent
}

/** Why a change is refused, apart from the registry lookup of the names in it. */
function judge(
  officer: Officer,
  { input, live, waiting, base }: Situation,
): Candidate | EditRefused {
  const { kind, reference } = input
  if (reference && !live) return { reason: 'no_such_item' }
  const start = waiting?.content ?? (base && { snapshot: base, newSources: [] })
  const content =
    'facts' in input ? proposalOf(base, input) : start && textsProposalOf(start, input.passages)
  // A change of texts alone must name a version that the subject had.
  if (!content) return { reason: 'no_such_item' }
  if (waiting && isDeepStrictEqual(content, waiting.content)) return { reason: 'nothing_changed' }
  if (!isInCharge(officer, kind, live?.snapshot ?? null, content.snapshot)) {
    return { reason: 'not_in_charge' }
  }
  const before = live ? editableOf(live.snapshot) : null
  if (before && base) {
    const { merged, conflicts } = merge(editableOf(base), content.snapshot, before)
    if (conflicts.length > 0) return { reason: 'conflict', conflicts }
    content.snapshot = merged
  }
  if (before && changesBetween(before, content.snapshot).length === 0) {
    return { reason: 'nothing_changed' }
  }
  const others = problemsOfOthersWords(live?.snapshot ?? null, content.snapshot, officer.side)
  if (others.length > 0) return { reason: 'invalid', problems: others }
  const correction = 'facts' in input ? input.correction : (waiting?.correction ?? null)
  return { input, before, content, version: live?.version ?? 0, correction }
}

/**
 * Whether the officer is in charge of the subject before and after the change. A slot belongs to nobody until
 * it is itemised.
 */
function isInCharge(
  officer: Officer,
  kind: Change['kind'],
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
): boolean {
  const judged = before && !isSlot(before) ? [before, after] : [after]
  return judged.every((snapshot) => mayEdit(officer, { kind, fields: fieldsOf(snapshot) }))
}
