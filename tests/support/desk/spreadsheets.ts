import ExcelJS from 'exceljs'
import type { Officer } from '@/features/desk/officers/model'
import type { SubmittedStatement } from '@/features/desk/round/statements/input/statement'
import { downloadItems } from '@/features/desk/spreadsheets/commands/download-items'
import { uploadSpreadsheet } from '@/features/desk/spreadsheets/commands/upload-spreadsheet'
import { downloadInput } from '@/features/desk/spreadsheets/input'
import { type ColumnKey, columnKeys } from '@/features/desk/spreadsheets/model/columns'
import {
  type Finding,
  isWorkedOn,
  type ShownImport,
} from '@/features/desk/spreadsheets/model/spreadsheet'
import { findImport, findProgress } from '@/features/desk/spreadsheets/queries/find-import'
import type { Language } from '@/i18n/language'
import { editorAndReviewer } from './officers'
import { publishSeen, sendStatement } from './rounds'

/** A download of an officer, as bytes. */
export async function download(
  officer: Officer,
  asked: Record<string, string> = { scope: 'conference', conference: '6' },
  language: Language = 'en',
): Promise<Buffer> {
  const outcome = await downloadItems(officer, { ...downloadInput.parse(asked), language })
  if (!outcome.ok) throw new Error(`The download was refused: ${outcome.reason}`)
  return outcome.file.bytes
}

/** What an officer types into a workbook: new contents of cells, by reference and column. */
export type Typing = Record<string, Partial<Record<ColumnKey, ExcelJS.CellValue>>>

/** A downloaded workbook with cells changed, as Excel would save it. */
export async function typedInto(bytes: Buffer, typing: Typing): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('The workbook has no sheet.')
  const left = new Set(Object.keys(typing))
  sheet.eachRow((row) => {
    const reference = String(row.getCell(1).value)
    if (!left.delete(reference)) return
    for (const [column, value] of Object.entries(typing[reference] ?? {})) {
      row.getCell(columnKeys.indexOf(column as ColumnKey) + 1).value = value
    }
  })
  if (left.size > 0) throw new Error(`No rows for ${[...left].join(', ')}`)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Uploads a file and waits until it has been checked. */
export async function upload(
  officer: Officer,
  bytes: Buffer,
  name = 'items.xlsx',
): Promise<ShownImport> {
  const outcome = await uploadSpreadsheet(officer, { name, bytes })
  if (!outcome.ok) throw new Error(`The upload was refused: ${outcome.reason}`)
  return settled(officer, outcome.id)
}

/** An import once nobody works on it. */
export async function settled(officer: Officer, id: string): Promise<ShownImport> {
  for (;;) {
    const progress = await findProgress(officer, id)
    if (!progress) throw new Error('The import is gone.')
    if (!isWorkedOn(progress.state)) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const found = await findImport(officer, id)
  if (!found) throw new Error('The import is gone.')
  return found
}

/** Downloads, types and uploads. */
export async function edited(officer: Officer, typing: Typing): Promise<ShownImport> {
  return upload(officer, await typedInto(await download(officer), typing))
}

export function rowOf({ findings }: ShownImport, reference: string): Finding {
  const found = findings?.rows.find((row) => row.reference === reference)
  if (!found) throw new Error(`Nothing is said of ${reference}.`)
  return found
}

/** Another officer's statement about an item, published. */
export async function publishOther(
  reference: string,
  change: Partial<SubmittedStatement['statement']>,
): Promise<void> {
  const [author, reviewer] = await editorAndReviewer()
  await publishSeen(reviewer, await sendStatement(author, reference, change))
}

/** What a statement of an item of which nothing has been said needs as well. */
export const dated = { asOf: '2025-01-02', assertedBy: 'Press' }
export const cited = { quote: 'The work goes on.', source: 'caixin-2025-06-26' }
