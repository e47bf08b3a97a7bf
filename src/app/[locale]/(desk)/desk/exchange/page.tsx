import { getLocale, getTranslations } from 'next-intl/server'
import { DownloadForm } from '@/features/exchange/components/download-form'
import { ImportList } from '@/features/exchange/components/import-list'
import { UploadForm } from '@/features/exchange/components/upload-form'
import { columnLabel, columnNamed } from '@/features/exchange/labels'
import { listImports } from '@/features/exchange/queries/find-import'
import { listConferenceChoices, listFieldChoices } from '@/features/exchange/queries/list-rows'
import { DeskPage } from '@/features/officers/components/desk-page'
import { mayImport } from '@/features/officers/policy'
import { requireOfficer } from '@/features/officers/session'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ExchangePage({ searchParams }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  const officer = await requireOfficer(language, hrefTo(language, '/desk/exchange'))
  const { problem, column, missing } = await searchParams
  const may = mayImport(officer)
  const key = `problems.file.${problem}` as 'problems.file.no_file'
  const named = columnNamed(String(column))
  const why = typeof problem === 'string' && t.has(key) ? t(key) : null
  return (
    <DeskPage here={{ pathname: '/desk/exchange' }} officer={officer}>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <h2>{t('download.heading')}</h2>
      <DownloadForm
        fields={await listFieldChoices()}
        conferences={await listConferenceChoices()}
        mayUpdate={may}
        isIncomplete={missing === 'scope'}
      />
      <h2>{t('upload.heading')}</h2>
      {may ? (
        <UploadForm problem={why && named ? `${columnLabel(named, language)}: ${why}` : why} />
      ) : (
        <p>{t('upload.viewer')}</p>
      )}
      <h2>{t('imports.heading')}</h2>
      <ImportList imports={await listImports(officer)} />
    </DeskPage>
  )
}
