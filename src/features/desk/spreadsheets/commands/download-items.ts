import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { listCities } from '@/features/register/cities/queries'
import { headRevision } from '@/features/register/log/queries/revisions'
import { type Language, pathPrefixes } from '@/i18n/language'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { environment } from '@/server/environment'
import { writeCsv } from '@/server/files/csv'
import { defuse } from '@/server/files/csv-injection'
import type { Outcome } from '@/server/outcome'
import { writeWorkbook } from '../formats/write-workbook'
import { type DownloadInput, scopeOf } from '../input'
import { columnKeys } from '../model/columns'
import { type Download, shownRow } from '../model/shown-row'
import type { Scope } from '../model/spreadsheet'
import {
  listFieldChoices,
  listOrganisationNames,
  listRows,
  listSources,
} from '../queries/list-rows'

/** A file to be sent. */
export type DownloadedFile = { bytes: Buffer; name: string; type: string }

/**
 * Writes items as a spreadsheet in a language, as they are published now. Everybody who may sign in may read
 * them; that they were taken out is audited.
 *
 * Refused: `no_such_item` where the scope names a field or conference that there is not.
 */
export async function downloadItems(
  actor: Officer,
  input: DownloadInput & { language: Language },
): Promise<Outcome<{ file: DownloadedFile }, { reason: 'no_such_item' }>> {
  const refuse = refuser(actor, 'exchange.export', null)
  const scope = scopeOf(input)
  const rows = scope && (await listRows(actor, scope, input.slots))
  if (!scope || !rows) return refuse({ reason: 'no_such_item' })
  const { format, language } = input
  const download = await downloadOf(rows, scope, language)
  const bytes =
    format === 'xlsx'
      ? await writeWorkbook(download)
      : writeCsv(
          [columnKeys, ...rows.map((row) => shownRow(row, download).map(defuse))],
          input.bom === '1',
        )
  await recordAct(await database(), {
    officerId: actor.id,
    action: 'exchange.export',
    subject: scope.kind === 'mine' ? null : scope.reference,
    outcome: 'done',
    detail: { scope: scope.kind, format, rows: rows.length, head: download.notes.head },
  })
  const part = scope.kind === 'mine' ? 'mine' : scope.reference
  return {
    ok: true,
    file: {
      bytes,
      name: `hksh-${part}-${download.notes.downloaded.slice(0, 10)}.${format}`,
      type:
        format === 'xlsx'
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
    },
  }
}

/** Everything that the file says, as things are now. */
async function downloadOf(
  rows: Download['rows'],
  scope: Scope,
  language: Language,
): Promise<Download> {
  const fields = await listFieldChoices()
  const at = now()
  return {
    rows,
    language,
    cities: await listCities(),
    fieldNames: new Map(fields.map(({ reference, name }) => [reference, name])),
    organisationNames: await listOrganisationNames(),
    sources: await listSources(),
    at: at.toISOString(),
    notes: {
      address: `${environment().BASE_URL}${pathPrefixes[language]}`,
      scope,
      downloaded: hongKongTime(at),
      head: (await headRevision())?.number ?? 0,
    },
  }
}

/** `2026-11-24 10:30`, by the Hong Kong clock. */
function hongKongTime(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Hong_Kong',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment)
}
