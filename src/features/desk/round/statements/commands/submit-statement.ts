import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { FieldProblem } from '@/components/forms/problems'
import type { Officer } from '@/features/desk/officers/model'
import { isRegisterEditor, mayState } from '@/features/desk/officers/policy'
import type { Entry, Origin } from '@/features/desk/round/submissions/commands/create'
import {
  audited,
  judging,
  onlyOne,
  type Submitted,
  submitJudged,
  type Verdict,
} from '@/features/desk/round/submissions/commands/submit-judged'
import { isOfSubject } from '@/features/desk/round/submissions/queries/versions'
import type { AssertedBy } from '@/features/register/states/model/statements'
import { fieldsOf } from '@/features/register/subjects/model/snapshot'
import { hongKongDay } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { now } from '@/server/clock'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { SubmittedStatement } from '../input/statement'
import type { ItemToState, LiveStatement } from '../model/item'
import {
  assertionsFor,
  type Cited,
  citedAs,
  citedIn,
  problemsOf,
  problemsOfAssertion,
} from '../model/rules'
import { readItems } from '../queries/items'
import { type JudgedItem, readJudgedItems } from '../queries/judged-items'
import { findNewStatements } from '../queries/new-statements'

/** Why a statement is not taken. */
export type StatementRefused =
  | {
      reason:
        | 'no_such_item'
        | 'not_in_charge'
        | 'no_such_source'
        | 'no_such_revision'
        | 'nothing_changed'
    }
  | { reason: 'invalid'; problems: FieldProblem[] }
  | { reason: 'conflict'; current: LiveStatement }

/**
 * Takes an officer's statement about an item into the round: it waits for another person to publish it, in
 * place of the officer's own earlier one that still waits for the same item.
 *
 * Refused: `no_such_item`, `not_in_charge`, `invalid` with the fields at fault, `conflict` with the
 * statement that is live now, `no_such_source`, `no_such_revision`, `nothing_changed`. Each refusal is audited.
 * @param seen the versions of the officer's draft that the form has seen: it ends, unless it is another one now.
 */
export async function submitStatement(
  actor: Officer,
  input: SubmittedStatement,
  seen: readonly string[] = [],
): Promise<Outcome<{ submission: string }, StatementRefused>> {
  const key = `statement:${input.statement.reference}`
  const outcome = await submitStatements(actor, [input], { draft: { key, seen } })
  return onlyOne(outcome)
}

/**
 * Takes many statements at once, all of them or none: the first of one item or the rows of a spreadsheet, by
 * the same rules. Refusals name the input by its place in `inputs`; each is audited.
 */
export async function submitStatements(
  actor: Officer,
  inputs: readonly SubmittedStatement[],
  origin: Origin = {},
): Promise<Submitted<StatementRefused>> {
  const action = 'progress.submit'
  const db = await database()
  const outcome = await db.$transaction(async (tx) => {
    const verdicts = await judgeStatements(tx, actor, inputs, origin)
    return submitJudged(tx, actor, action, verdicts)
  }, judging)
  const references = inputs.map(({ statement }) => statement.reference)
  return audited(actor, action, references, outcome)
}

/** The verdict on a statement: what to enter into the round, or why not. */
export type StatementVerdict = Verdict<StatementRefused>

/**
 * Judges statements as `submitStatements` does, and enters nothing: the dry run of a spreadsheet asks it first.
 * @returns one verdict for each input, in order.
 */
export async function judgeStatements(
  db: Database | Transaction,
  actor: Officer,
  inputs: readonly SubmittedStatement[],
  origin: Origin = {},
): Promise<StatementVerdict[]> {
  if (inputs.length === 0) return []
  const items = await readJudgedItems(
    db,
    inputs.map(({ statement }) => statement.reference),
  )
  const moved = await findNewStatements(
    db,
    inputs.flatMap(({ statement, version }) => {
      const item = items.get(statement.reference)
      return item ? [{ ...item, since: version, now: item.version }] : []
    }),
  )
  const situation = {
    items,
    heldSources: await heldSources(db, [
      ...inputs.flatMap(({ statement }) => slugsIn(statement)),
      ...[...items.values()].flatMap(({ snapshot }) =>
        (snapshot.statement?.citations ?? []).map(({ source }) => source),
      ),
    ]),
    moved: moved.size > 0 ? await readItems(db, [...moved]) : new Map(),
    today: hongKongDay(now()),
  }
  const verdicts: StatementVerdict[] = []
  for (const input of inputs) {
    const refusal = judge(actor, input, situation)
    const item = items.get(input.statement.reference) as JudgedItem
    if (refusal) verdicts.push(refusal)
    else if (!(await isOfSubject(db, item, input.correction))) {
      verdicts.push({ reason: 'no_such_revision' })
    } else verdicts.push({ entry: entryOf(input, item, origin) })
  }
  return verdicts
}

/** What the register holds of what the statements are about. */
type Situation = {
  items: ReadonlyMap<string, JudgedItem>
  heldSources: readonly { slug: string; url: string | null }[]
  /** The items of which something else has been said since the officer saw them, with what is live now. */
  moved: ReadonlyMap<string, ItemToState>
  /** ISO. */
  today: string
}

/** Why this officer's statement about this item is refused; null when it is not. */
function judge(
  actor: Officer,
  { statement, correction }: SubmittedStatement,
  register: Situation,
): StatementRefused | null {
  const item = register.items.get(statement.reference)
  if (!item) return { reason: 'no_such_item' }
  const { snapshot, conferenceDay } = item
  if (!mayState(actor, { fields: fieldsOf(snapshot) })) return { reason: 'not_in_charge' }
  // A newer statement by somebody else explains the problem better, so the conflict is reported first.
  const moved = register.moved.get(item.reference)
  if (moved) return { reason: 'conflict', current: moved.live }
  const live = {
    state: snapshot.state,
    liveAsOf: snapshot.statement?.asOf ?? null,
    liveCited: (snapshot.statement?.citations ?? []).map(citedAs),
    conferenceDay,
  }
  const stated = { ...statement, citations: citedBy(statement, register.heldSources) }
  const problems = [
    ...problemsOf(stated, live, register.today, { isCorrection: correction !== null }),
    ...problemsOfSpeaking(actor, statement.assertedBy, item),
  ]
  if (problems.length > 0) return { reason: 'invalid', problems }
  if (slugsIn(statement).some((slug) => !register.heldSources.some((one) => one.slug === slug))) {
    return { reason: 'no_such_source' }
  }
  return saysTheSame(statement, snapshot) ? { reason: 'nothing_changed' } : null
}

/** Why this officer may not state the item as what they state it. */
function problemsOfSpeaking(
  actor: Officer,
  assertedBy: AssertedBy,
  { sides, snapshot }: JudgedItem,
): FieldProblem[] {
  const problems = problemsOfAssertion(assertedBy, { sides, officerSide: actor.side })
  if (problems.length > 0) return problems
  const speaking = { side: actor.side, isRegisterEditor: isRegisterEditor(actor) }
  const item = { sides, assertedBy: snapshot.statement?.assertedBy ?? null }
  return assertionsFor(speaking, item).includes(assertedBy)
    ? []
    : [{ field: 'assertedBy', code: 'not_editor' }]
}

function slugsIn({ citations }: SubmittedStatement['statement']): string[] {
  return citations.flatMap(({ source }) => (source.kind === 'existing' ? [source.slug] : []))
}

/** The sources of these slugs that the register holds. */
async function heldSources(
  db: Database | Transaction,
  named: readonly string[],
): Promise<Situation['heldSources']> {
  if (named.length === 0) return []
  return db.source.findMany({
    where: { slug: { in: [...new Set(named)] } },
    select: { slug: true, url: true },
  })
}

function citedBy(
  { citations }: SubmittedStatement['statement'],
  held: Situation['heldSources'],
): Cited[] {
  return citations.map((citation) => citedIn(citation, held))
}

/** Whether a statement is identical to the live one. */
function saysTheSame(
  statement: SubmittedStatement['statement'],
  { state, statement: live }: JudgedItem['snapshot'],
): boolean {
  if (!live) return false
  const same = (part: 'note' | 'reason') =>
    languages.every(
      (language) =>
        statement[part][language] === (live.texts[part]?.[language]?.body ?? '') ||
        // Left blank, Simplified is made from Traditional, as the live one may have been.
        (language === 'zh-Hans' &&
          statement[part]['zh-Hans'] === '' &&
          statement[part]['zh-Hant'] !== ''),
    )
  return (
    statement.state === state &&
    statement.asOf === live.asOf &&
    statement.assertedBy === live.assertedBy &&
    same('note') &&
    same('reason') &&
    isDeepStrictEqual(citedBy(statement, []), live.citations.map(citedAs))
  )
}

function entryOf(
  { statement, correction, replaces }: SubmittedStatement,
  item: JudgedItem,
  origin: Origin,
): Entry {
  return {
    kind: 'statement',
    subjectKind: item.kind,
    reference: item.reference,
    baseVersion: item.version,
    content: statement,
    correction,
    replaces,
    ...origin,
  }
}
