import { redirect } from 'next/navigation'
import { exportAuditAction } from '@/features/desk/audit/actions'
import { actionName, reasonName, type ShownAct } from '@/features/desk/audit/model'
import { hongKongTime } from '@/i18n/formats'
import { type Language, toLanguage } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { hrefTo } from '@/i18n/navigation'
import { writeCsv } from '@/server/files/csv'
import { defuse } from '@/server/files/csv-injection'
import { streamed } from '@/server/http/streamed'

type Props = { params: Promise<{ locale: string }> }

/** The audit trail as a spreadsheet reads it, as far as the filter in the address goes; written as it is read. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { locale } = await params
  const language = toLanguage(locale)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const outcome = await exportAuditAction(query)
  if (!outcome.ok && outcome.reason === 'signed_out') {
    redirect(
      hrefTo(language, {
        pathname: '/desk/sign-in',
        query: { next: hrefTo(language, '/desk/audit') },
      }),
    )
  }
  if (!outcome.ok) {
    return new Response(`${messagesIn(language).refusals.not_allowed}\n`, {
      status: 403,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
  const file = written(outcome.acts, language, query.bom !== '0')
  return new Response(streamed(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    },
  })
}

/** With a byte order mark, by which Excel knows UTF-8; no cell begins as a formula would. */
async function* written(
  acts: AsyncGenerator<ShownAct[]>,
  language: Language,
  bom: boolean,
): AsyncGenerator<string> {
  const words = messagesIn(language).audit
  yield lines([headings(language)], bom)
  for await (const page of acts) {
    yield lines(
      page.map((act) => [
        hongKongTime(act.at),
        act.officer?.name ?? '',
        act.officer?.email ?? '',
        act.action,
        actionName(act.action, language),
        words.outcomes[act.outcome],
        act.submission ? (act.submission.reference ?? '') : (act.subject ?? ''),
        act.reason ? reasonName(act.reason, language) : '',
        Object.keys(act.detail).length > 0 ? JSON.stringify(act.detail) : '',
      ]),
    )
  }
}

function headings(language: Language): string[] {
  const { at, officer, address, code, action, outcome, subject, reason, detail } =
    messagesIn(language).audit
  return [at, officer, address, code, action, outcome, subject, reason, detail]
}

function lines(rows: string[][], withMark = false): string {
  const defused = rows.map((cells) => cells.map(defuse))
  return writeCsv(defused, withMark).toString('utf8')
}
