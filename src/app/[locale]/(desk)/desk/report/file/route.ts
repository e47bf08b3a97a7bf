import { notFound } from 'next/navigation'
import { requireOfficer } from '@/features/desk/officers/session'
import { writeDocument } from '@/features/desk/reports/formats/write-document'
import { readReportFilter } from '@/features/desk/reports/input'
import { progressReport } from '@/features/desk/reports/queries/progress-report'
import { fileNameOf, writeReport } from '@/features/desk/reports/wording/report'
import { isLanguage } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'
import { attachment } from '@/server/http/attachment'

export const dynamic = 'force-dynamic'

/** The report that an address asks for, as a Word file. Of an unknown conference or field there is none: 404. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  if (!isLanguage(locale)) notFound()
  const officer = await requireOfficer(locale, hrefTo(locale, '/desk/report'))
  const filter = readReportFilter(Object.fromEntries(new URL(request.url).searchParams))
  const report = await progressReport(filter, officer)
  if (!report) notFound()
  const language = filter.language ?? locale
  const file = await writeDocument(writeReport(report, language), now().toISOString())
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': attachment(
        `${fileNameOf(report, language)}.docx`,
        `${fileNameOf(report, 'en')}.docx`,
      ),
      'Cache-Control': 'private, no-store',
    },
  })
}
