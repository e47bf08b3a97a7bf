import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayImport } from '@/features/desk/officers/policy'
import type { Import } from '@/generated/prisma/client'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Decisions } from '../input'
import {
  type Decision,
  decisionKey,
  type Finding,
  type Findings,
  tallyOf,
} from '../model/spreadsheet'
import { checkRows } from './check-rows'
import { contextOf, readStored, storeImport } from './stored-import'
import { beginWork } from './work-import'

type NotMine = { reason: 'not_allowed' | 'no_such_import' | 'import_over' }

/** An officer's choices: for single conflicts, or one for all that are not decided yet. */
export type Choices = {
  decisions: Decisions
  /** The versions that the officer had before them, by reference. */
  versions: Readonly<Record<string, number>>
  rest?: Decision
}

/**
 * Keeps an officer's choices on the conflicts of their own upload, and judges those rows anew. A choice made
 * before something else was published of the item is not taken: the row is shown as it is now.
 *
 * Refused: `not_allowed`, `no_such_import`, `import_over`.
 */
export async function decideConflicts(
  actor: Officer,
  { id, ...choices }: Choices & { id: string },
): Promise<Outcome<object, NotMine>> {
  const refuse = refuser(actor, 'exchange.decide', null)
  const own = await ownImport(actor, id)
  if ('reason' in own) return refuse(own)
  const { findings, decisions } = readStored(own)
  const concerned = findings.rows.filter(({ conflicts }) => conflicts.length > 0)
  const chosen = chosenIn(concerned, choices)
  const touched = concerned.filter(({ reference }) =>
    Object.keys(chosen).some((key) => key.startsWith(`${reference} `)),
  )
  const all = { ...decisions, ...chosen }
  const anew = await checkedAnew(actor, own, touched, all)
  // Rows whose item has changed since are not decided by an earlier choice, but shown as they are now.
  const stale = touched.filter(({ row, version }) => anew.get(row)?.version !== version)
  for (const { reference } of stale) {
    for (const key of Object.keys(all)) if (key.startsWith(`${reference} `)) delete all[key]
  }
  for (const [row, finding] of await checkedAnew(actor, own, stale, all)) anew.set(row, finding)
  const db = await database()
  const kept = await db.$transaction(async (tx) => {
    const settled: Findings = {
      ...findings,
      rows: findings.rows.map((finding) => anew.get(finding.row) ?? finding),
    }
    const done = await move(tx, actor, id, ['checked'], { decisions: all })
    if (!done) return false
    await storeImport(tx, id, { findings: settled })
    await audit(tx, actor, 'exchange.decide', id, { decisions: Object.keys(chosen) })
    return done
  })
  return kept ? { ok: true } : refuse({ reason: 'import_over' })
}

/** The choices that apply: to a conflict that there is, made on the version that the officer saw. */
function chosenIn(
  concerned: readonly Finding[],
  { decisions, versions, rest }: Choices,
): Decisions {
  const chosen: Decisions = {}
  for (const { reference, version, conflicts } of concerned) {
    if ((versions[reference] ?? version) !== version) continue
    for (const { place, decision } of conflicts) {
      const key = decisionKey(reference, place)
      const choice = decisions[key] ?? (decision === null ? rest : undefined)
      if (choice) chosen[key] = choice
    }
  }
  return chosen
}

/** The findings on some rows of an upload as they are with these choices, by the rows' numbers. */
async function checkedAnew(
  actor: Officer,
  own: Import,
  findings: readonly Finding[],
  decisions: Decisions,
): Promise<Map<number, Finding>> {
  const numbers = new Set(findings.map(({ row }) => row))
  const rows = readStored(own).rows.filter(({ number }) => numbers.has(number))
  const checked = await checkRows(
    await database(),
    actor,
    { ...(await contextOf(own)), decisions },
    rows,
  )
  return new Map(
    checked.flatMap(({ finding }) => (finding ? [[finding.row, finding] as const] : [])),
  )
}

/**
 * Submits what the dry run of an officer's own upload found, all of it or nothing; it goes on by itself.
 * @param input.leaveOut whether refused rows are left out; without it a refused row stops the whole.
 *
 * Refused: `not_allowed`, `no_such_import`, `import_over`, `conflicts_undecided`, `rows_refused`,
 * `nothing_changed`. Each refusal is audited.
 */
export async function applyImport(
  actor: Officer,
  { id, leaveOut }: { id: string; leaveOut: boolean },
): Promise<
  Outcome<object, NotMine | { reason: 'conflicts_undecided' | 'rows_refused' | 'nothing_changed' }>
> {
  const refuse = refuser(actor, 'exchange.apply', null)
  const own = await ownImport(actor, id)
  if ('reason' in own) return refuse(own)
  const tally = tallyOf(readStored(own).findings)
  if (tally.undecided > 0) return refuse({ reason: 'conflicts_undecided' })
  if (tally.refusedRows > 0 && !leaveOut) return refuse({ reason: 'rows_refused' })
  if (tally.changedRows === 0) return refuse({ reason: 'nothing_changed' })
  const db = await database()
  const begun = await db.$transaction(async (tx) => {
    const total = tally.changedRows
    const done = await move(tx, actor, id, ['checked'], { state: 'applying', done: 0, total })
    if (done) await audit(tx, actor, 'exchange.apply', id, { rows: total })
    return done
  })
  if (!begun) return refuse({ reason: 'import_over' })
  beginWork(id)
  return { ok: true }
}

/** Puts an officer's own upload aside. Refused: `not_allowed`, `no_such_import`, `import_over`. */
export async function discardImport(
  actor: Officer,
  { id }: { id: string },
): Promise<Outcome<object, NotMine>> {
  const refuse = refuser(actor, 'exchange.discard', null)
  if (!mayImport(actor)) return refuse({ reason: 'not_allowed' })
  const db = await database()
  if (!(await db.import.count({ where: { id, officerId: actor.id } }))) {
    return refuse({ reason: 'no_such_import' })
  }
  const done = await db.$transaction(async (tx) => {
    const data = { state: 'discarded', endedAt: now(), rows: {}, workedAt: null } as const
    const discarded = await move(tx, actor, id, ['checking', 'checked'], data)
    if (discarded) await audit(tx, actor, 'exchange.discard', id, {})
    return discarded
  })
  return done ? { ok: true } : refuse({ reason: 'import_over' })
}

/** The officer's own upload, checked and waiting for them. */
async function ownImport(actor: Officer, id: string): Promise<Import | NotMine> {
  if (!mayImport(actor)) return { reason: 'not_allowed' }
  const db = await database()
  const found = await db.import.findFirst({ where: { id, officerId: actor.id } })
  if (!found) return { reason: 'no_such_import' }
  return found.state === 'checked' ? found : { reason: 'import_over' }
}

async function move(
  tx: Transaction,
  actor: Officer,
  id: string,
  from: ('checking' | 'checked')[],
  data: Parameters<Transaction['import']['updateMany']>[0]['data'],
): Promise<boolean> {
  const { count } = await tx.import.updateMany({
    where: { id, officerId: actor.id, state: { in: from } },
    data,
  })
  return count > 0
}

async function audit(
  tx: Transaction,
  actor: Officer,
  action: string,
  id: string,
  detail: Record<string, string[] | number>,
): Promise<void> {
  await recordAct(tx, {
    officerId: actor.id,
    action,
    subject: null,
    outcome: 'done',
    detail: { import: id, ...detail },
  })
}
