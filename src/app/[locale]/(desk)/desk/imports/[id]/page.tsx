import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Alert, Done } from '@/components/forms/outcome'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { requireOfficer } from '@/features/desk/officers/session'
import { FindingList } from '@/features/desk/spreadsheets/components/finding-list'
import { ImportSummary } from '@/features/desk/spreadsheets/components/import-summary'
import { ProgressBar } from '@/features/desk/spreadsheets/components/progress-bar'
import { SubmitImport } from '@/features/desk/spreadsheets/components/submit-import'
import { listQuery } from '@/features/desk/spreadsheets/input'
import { isWorkedOn, tallyOf } from '@/features/desk/spreadsheets/model/spreadsheet'
import { findImport } from '@/features/desk/spreadsheets/queries/find-import'
import { listCities } from '@/features/register/cities/queries'
import { languageTags } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ id }, query] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  const refusals = await getTranslations('refusals')
  const list = listQuery.parse(query)
  const here = { pathname: '/desk/imports/[id]', params: { id } } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  const found = await findImport(officer, id)
  if (!found) notFound()
  const { fileName, state, done, total, findings, submissions, failure } = found
  const refused = `${query.refused}` as 'import_over'
  const tally = findings && tallyOf(findings)
  return (
    <DeskPage
      here={{ ...here, query: list.show === 'all' ? {} : { show: list.show } }}
      officer={officer}
    >
      <p>
        <a href={hrefTo(language, '/desk/exchange')}>{t('import.back')}</a>
      </p>
      <h1>{t('import.title', { file: fileName })}</h1>
      {typeof query.refused === 'string' && refusals.has(refused) && (
        <Alert>{refusals(refused)}</Alert>
      )}
      {state === 'checked' && ['save', 'mine', 'theirs'].includes(String(query.done)) && (
        <Done>{t('decide.saved')}</Done>
      )}
      {isWorkedOn(state) && (
        <>
          <p>{t(state === 'checking' ? 'import.checking' : 'import.applying')}</p>
          <ProgressBar
            address={hrefTo(language, { pathname: '/desk/imports/[id]/progress', params: { id } })}
            initial={{ state, done, total }}
            label={t(`states.${state}`)}
            template={t.raw('import.progress')}
            language={languageTags[language]}
          />
          <noscript>
            <p>
              <a href={hrefTo(language, here)}>{t('import.reload')}</a>
            </p>
          </noscript>
        </>
      )}
      {state === 'applied' && (
        <Done>
          {t('import.applied', { count: submissions })}{' '}
          <a href={hrefTo(language, '/desk')}>{t('import.toDesk')}</a>
        </Done>
      )}
      {state === 'discarded' && <p className="desk-notice">{t('import.discarded')}</p>}
      {state === 'failed' && (
        <p className="desk-alert">
          {t(failure === 'not_allowed' ? 'import.notAllowed' : 'import.failed')}
        </p>
      )}
      {findings && tally && (state === 'checked' || state === 'applied') && (
        <>
          {state === 'checked' && findings.again && (
            <p className="desk-alert">{t('import.again')}</p>
          )}
          <ImportSummary findings={findings} isSubmitted={state === 'applied'} />
          {findings.rows.length === 0 ? (
            <p className="desk-notice">{t('summary.nothing')}</p>
          ) : (
            <FindingList
              id={id}
              findings={findings}
              query={list}
              mayDecide={state === 'checked'}
              cities={await listCities()}
            />
          )}
          {state === 'checked' && (
            <>
              <h2>{t('submit.heading')}</h2>
              <SubmitImport id={id} tally={tally} />
            </>
          )}
        </>
      )}
    </DeskPage>
  )
}
