import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayImport } from '@/features/desk/officers/policy'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { SheetError } from '../formats/sheet'
import { readTable, type Table } from '../formats/table'
import type { FileProblem } from '../model/spreadsheet'
import { storeImport } from './stored-import'
import { beginWork } from './work-import'

/**
 * Takes an officer's spreadsheet in and starts its dry run, which goes on by itself; nothing of the register
 * is changed.
 *
 * Refused: `not_allowed`, or what is wrong with the file as a whole. Each refusal is audited.
 */
export async function uploadSpreadsheet(
  actor: Officer,
  file: { name: string; bytes: Buffer },
): Promise<
  Outcome<
    { id: string },
    { reason: 'not_allowed' } | { reason: FileProblem; detail: string | null }
  >
> {
  const refuse = refuser(actor, 'exchange.upload', null)
  if (!mayImport(actor)) return refuse({ reason: 'not_allowed' })
  let table: Table
  try {
    table = await readTable(file.bytes)
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    return refuse({ reason: error.problem, detail: error.detail })
  }
  const db = await database()
  const id = await db.$transaction(async (tx) => {
    const created = await tx.import.create({
      data: {
        officerId: actor.id,
        fileName: nameOf(file.name),
        rows: {},
        decisions: {},
        total: table.rows.length,
        createdAt: now(),
      },
      select: { id: true },
    })
    await storeImport(tx, created.id, { rows: table })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'exchange.upload',
      subject: null,
      outcome: 'done',
      detail: { import: created.id, rows: table.rows.length },
    })
    return created.id
  })
  beginWork(id)
  return { ok: true, id }
}

/** The name without the folders that some browsers send with it. */
function nameOf(name: string): string {
  return (name.split(/[\\/]/).pop() ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || '—'
}
