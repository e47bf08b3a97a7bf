import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuditFilterForm } from '@/features/desk/audit/components/audit-filter-form'
import { AuditTable } from '@/features/desk/audit/components/audit-table'
import { auditFilter } from '@/features/desk/audit/input'
import { listActs } from '@/features/desk/audit/queries'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { mayReadAudit } from '@/features/desk/officers/policy'
import { listOfficers } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const [language, t, asked] = [
    await getLocale(),
    await getTranslations('audit'),
    await searchParams,
  ]
  const { after, ...filter } = auditFilter.read(asked)
  const query = auditFilter.write(filter)
  const here = { pathname: '/desk/audit', query } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  if (!mayReadAudit(officer)) forbidden()
  const { acts, next } = await listActs(filter, { after, limit: 50 })
  return (
    <DeskPage here={here} officer={officer}>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <AuditFilterForm filter={filter} officers={await listOfficers()} />
      <p>
        <a href={hrefTo(language, { pathname: '/desk/audit.csv', query })} download>
          {t('export')}
        </a>{' '}
        <span className="desk-hint">{t('exportHint')}</span>
      </p>
      {acts.length === 0 ? <p>{t('empty')}</p> : <AuditTable acts={acts} />}
      {(after || next) && (
        <nav className="pager" aria-label={t('pages')}>
          {after && <a href={hrefTo(language, here)}>{t('newest')}</a>}
          {next && (
            <a
              href={hrefTo(language, { pathname: '/desk/audit', query: { ...query, after: next } })}
              rel="next"
            >
              {t('older')}
            </a>
          )}
        </nav>
      )}
    </DeskPage>
  )
}
