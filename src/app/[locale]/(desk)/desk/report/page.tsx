import '@/app/styles/report.css'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { requireOfficer } from '@/features/desk/officers/session'
import { ReportForm } from '@/features/desk/reports/components/report-form'
import { ReportSheet } from '@/features/desk/reports/components/report-sheet'
import { readReportFilter, writeReportFilter } from '@/features/desk/reports/input'
import { fieldsInCharge } from '@/features/desk/reports/model'
import { listScopes, progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports')
  return { title: t('name') }
}

export default async function ReportPage({ searchParams }: Props) {
  const [language, query] = [await getLocale(), await searchParams]
  const officer = await requireOfficer(language, hrefTo(language, '/desk/report'))
  const filter = readReportFilter(query)
  const here = { pathname: '/desk/report', query: writeReportFilter(filter) } as const
  // The form has one list for three parameters; the address that officers pass on has the one that it stands for.
  if (query.of !== undefined) redirect(hrefTo(language, here))
  const report = await progressReport(filter, officer)
  if (!report) notFound()
  const { scope, changes } = report
  const shown = {
    ...(scope.kind === 'conference' ? { conference: scope.reference } : {}),
    ...filter,
    since: changes.since,
    language: filter.language ?? language,
  }
  return (
    <DeskPage here={here} officer={officer}>
      <ReportForm
        // Filled in anew when the address changes.
        key={JSON.stringify(shown)}
        filter={shown}
        scopes={await listScopes()}
        charge={fieldsInCharge(officer) ?? []}
      />
      <ReportSheet report={writeReport(report, shown.language)} />
    </DeskPage>
  )
}
