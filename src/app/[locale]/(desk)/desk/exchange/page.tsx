import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { mayImport } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import { DownloadForm } from '@/features/desk/spreadsheets/components/download-form'
import { ImportList } from '@/features/desk/spreadsheets/components/import-list'
import { UploadForm } from '@/features/desk/spreadsheets/components/upload-form'
import { columnLabel, columnNamed } from '@/features/desk/spreadsheets/model/labels'
import { listImports } from '@/features/desk/spreadsheets/queries/find-import'
import {
  listConferenceChoices,
  listFieldChoices,
} from '@/features/desk/spreadsheets/queries/list-rows'
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
        mayState={may}
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
