import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Officer } from '@/features/desk/officers/model'
import { mayImport } from '@/features/desk/officers/policy'
import { officerById } from '@/features/desk/officers/session'
import { createSubmissions, type Entry } from '@/features/desk/round/submissions/commands/create'
import { type Act, recordActs } from '@/server/audit/audit'
import { now } from '@/server/clock'
import { type Database, database, type Transaction } from '@/server/database/database'
import type { Table } from '../formats/table'
import { columnKeys } from '../model/columns'
import { type Finding, type Findings, isSubmitted, undecidedIn } from '../model/spreadsheet'
import { runInBackground } from './background'
import { checkRows } from './check-rows'
import { abandoned, type ImportLease, LeaseLost, takeLease } from './import-lease'
import { contextOf, readStored, storeImport } from './stored-import'

/** How many rows are checked before other requests get a turn and progress is recorded. */
const atOnce = 100

/** Starts the work on an import and does not wait for it. */
export function beginWork(id: string): void {
  runInBackground(() => workImport(id))
}

/** Resumes imports whose process died during the dry run or the submission. Called regularly by every server. */
export async function resumeImports(stopping?: AbortSignal): Promise<void> {
  const db = await database()
  const left = await db.import.findMany({ where: abandoned(), select: { id: true } })
  for (const { id } of left) {
    if (stopping?.aborted) return
    await workImport(id)
  }
}

/**
 * Works on an import: the dry run, or the submission of what it found. Does nothing when another process has
 * the lease, or the import waits for its officer.
 */
export async function workImport(id: string): Promise<void> {
  const db = await database()
  const lease = await takeLease(db, id)
  if (!lease) return
  try {
    const officer = await officerById(lease.import.officerId)
    if (!officer || !mayImport(officer)) return await fail(db, lease, 'not_allowed')
    if (lease.import.state === 'checking') await check(db, lease, officer)
    else await apply(db, lease, officer)
  } catch (error) {
    if (error instanceof LeaseLost) return
    if (error instanceof Moved) return checkAgain(db, lease, error.references)
    await fail(db, lease, 'unexpected')
    throw error
  }
}

async function fail(db: Database, lease: ImportLease, failure: 'not_allowed' | 'unexpected') {
  const { state } = lease.import
  await lease.end(db, state === 'applying' ? 'applying' : 'checking', {
    state: 'failed',
    failure,
    endedAt: now(),
  })
}

/** The dry run: every row compared and judged, nothing changed. */
async function check(db: Database, lease: ImportLease, officer: Officer): Promise<void> {
  const { rows: stored, findings: before } = lease.import
  const table = stored as unknown as Table
  const rows: Finding[] = []
  let unchanged = 0
  const context = await contextOf(lease.import)
  for (let from = 0; from < table.rows.length; from += atOnce) {
    const some = table.rows.slice(from, from + atOnce)
    for (const { finding } of await checkRows(db, officer, context, some)) {
      if (finding) rows.push(finding)
      else unchanged += 1
    }
    await lease.renew({ done: from + some.length })
  }
  const findings: Findings = {
    unknownColumns: table.unknown,
    missingColumns: columnKeys.filter((key) => !table.columns.includes(key)),
    unchanged,
    rows,
    again: (before as Findings | null)?.again ?? false,
  }
  await db.$transaction(async (tx) => {
    await lease.end(tx, 'checking', { state: 'checked' })
    await storeImport(tx, lease.import.id, { findings })
    await recordActs(tx, overreaching(officer, lease.import.id, rows))
  })
}

/** Why a row asks for what its officer may not do at all, rather than having a mistake in it. */
const forbidden = ['not_in_charge', 'not_own_side', 'other_side', 'not_editor']

/** The rows that ask for what the officer may not do, for the audit trail: as a form's refusal is. */
function overreaching(officer: Officer, importId: string, rows: readonly Finding[]): Act[] {
  return rows.flatMap(({ reference, refusals }) => {
    const refusal = refusals.find(({ reason }) => forbidden.includes(reason))
    if (!refusal) return []
    const detail = { reason: refusal.reason, import: importId }
    const act = { officerId: officer.id, action: 'progress.submit', subject: reference }
    return [{ ...act, outcome: 'refused' as const, detail }]
  })
}

/** What is published has changed since the dry run, at these items. */
class Moved extends Error {
  constructor(readonly references: readonly string[]) {
    super('What is published has changed since the dry run.')
  }
}

/**
 * Submits what the dry run found, all of it in one transaction or nothing. The rows are judged once more, in
 * portions, and submitted only if every item is still as it was judged.
 */
async function apply(db: Database, lease: ImportLease, officer: Officer): Promise<void> {
  const { rows: all, findings } = readStored(lease.import)
  const expected = new Map(findings.rows.filter(isSubmitted).map((one) => [one.row, one]))
  const rows = all.filter(({ number }) => expected.has(number))
  const entries: Entry[] = []
  const moved: string[] = []
  const context = await contextOf(lease.import)
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    for (const [index, checked] of (await checkRows(db, officer, context, some)).entries()) {
      const before = expected.get(some[index]?.number ?? 0) as Finding
      if (isSame(before, checked.finding)) entries.push(...checked.entries)
      else moved.push(before.reference)
    }
    await lease.renew({ done: from + some.length })
  }
  if (moved.length > 0) throw new Moved(moved)
  await db.$transaction(
    async (tx) => {
      // First, so that a process that has taken the lease over waits here and then finds it done.
      await lease.end(tx, 'applying', { state: 'applied', endedAt: now(), rows: {} })
      const since = await movedSince(tx, [...expected.values()])
      if (since.length > 0) throw new Moved(since)
      await createSubmissions(tx, officer, 'exchange.submit', entries)
    },
    { timeout: 120_000 },
  )
}

function isSame(before: Finding, now: Finding | null): boolean {
  return (
    now !== null &&
    now.version === before.version &&
    isSubmitted(now) &&
    undecidedIn(now) === 0 &&
    isDeepStrictEqual(now.changes, before.changes)
  )
}

/** The items that have another version than the one they were judged at. */
async function movedSince(tx: Transaction, judged: readonly Finding[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    select asked.reference
    from unnest(${judged.map(({ reference }) => reference)}::text[],
      ${judged.map(({ version }) => version)}::int[]) as asked(reference, version)
    left join (
      select reference, version from "Project" union all select reference, version from "Document"
    ) as item on item.reference = asked.reference
    where item.version is distinct from asked.version`
  return rows.map(({ reference }) => reference)
}

/** Back to the dry run: choices on items that have changed since are dropped. */
async function checkAgain(
  db: Database,
  lease: ImportLease,
  references: readonly string[],
): Promise<void> {
  const { rows, findings, decisions } = readStored(lease.import)
  const kept = Object.entries(decisions).filter(
    ([key]) => !references.includes(key.split(' ')[0] ?? ''),
  )
  const { id } = lease.import
  await db.$transaction(async (tx) => {
    await lease.end(tx, 'applying', {
      state: 'checking',
      done: 0,
      total: rows.length,
      decisions: Object.fromEntries(kept),
    })
    await storeImport(tx, id, { findings: { ...findings, again: true } })
  })
  await workImport(id)
}
