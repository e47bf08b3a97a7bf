import 'server-only'
import { currentOfficer, officerForAction } from '@/features/desk/officers/session'
import type { Language } from '@/i18n/language'
import { type DownloadedFile, downloadItems } from '../commands/download-items'
import { uploadSpreadsheet } from '../commands/upload-spreadsheet'
import { downloadInput } from '../input'
import type { FileProblem, ImportProgress } from '../model/spreadsheet'
import { findProgress } from '../queries/find-import'

// For route handlers, which are addresses of their own: a server action could neither send a file nor take
// a large one.

/** Why an upload was not taken: a key of messages `exchange.problems.file`. */
export type UploadProblem = FileProblem | 'signed_out' | 'not_allowed'

/** A posted spreadsheet. Who posts is asked before what they post is read. */
export async function takeUpload(
  request: Request,
): Promise<{ id: string } | { problem: UploadProblem; column: string | null }> {
  const officer = await officerForAction()
  if (!officer) return { problem: 'signed_out', column: null }
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File) || file.size === 0) return { problem: 'no_file', column: null }
  const bytes = Buffer.from(await file.arrayBuffer())
  const outcome = await uploadSpreadsheet(officer, { name: file.name, bytes })
  if (outcome.ok) return { id: outcome.id }
  return { problem: outcome.reason, column: 'detail' in outcome ? outcome.detail : null }
}

/** The spreadsheet that an address asks for. */
export async function giveDownload(
  query: URLSearchParams,
  language: Language,
): Promise<{ file: DownloadedFile } | { problem: 'signed_out' | 'no_such_item' }> {
  const officer = await currentOfficer()
  if (!officer) return { problem: 'signed_out' }
  const input = downloadInput.parse(Object.fromEntries(query))
  const outcome = await downloadItems(officer, { ...input, language })
  return outcome.ok ? { file: outcome.file } : { problem: outcome.reason }
}

/** How far one of the reader's own uploads has come; null for another's, and for a stranger. */
export async function tellProgress(id: string): Promise<ImportProgress | null> {
  const officer = await currentOfficer()
  return officer && findProgress(officer, id)
}
