import { getLocale, getTranslations } from 'next-intl/server'
import { Pager } from '@/components/site/pager'
import { DeskHelp } from '@/features/desk/frame/components/desk-help'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { requireOfficer } from '@/features/desk/officers/session'
import {
  RegisterAdditions,
  RegisterSearch,
} from '@/features/desk/round/edits/components/register-search'
import { RegisterTable } from '@/features/desk/round/edits/components/register-table'
import { registerFilter } from '@/features/desk/round/edits/input'
import { entriesPerPage, listRegister } from '@/features/desk/round/edits/queries/list-register'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const [language, t, desk] = [
    await getLocale(),
    await getTranslations('edits.register'),
    await getTranslations('desk'),
  ]
  const filter = registerFilter.parse(await searchParams)
  const officer = await requireOfficer(language, hrefTo(language, '/desk/register'))
  const list = await listRegister(officer, filter)
  const { q, show, page } = filter
  const query = { ...(q ? { q } : {}), kind: list.kind ?? 'all', ...(show ? { show } : {}) }
  const address = (to: number) =>
    hrefTo(language, { pathname: '/desk/register', query: { ...query, page: String(to) } })
  return (
    <DeskPage here={{ pathname: '/desk/register', query }} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk')}>{desk('back')}</a>
      </p>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <RegisterAdditions officer={officer} />
      <h2>{t('listHeading')}</h2>
      <DeskHelp>
        <p>{t('slotsHelp')}</p>
      </DeskHelp>
      <RegisterSearch filter={filter} list={list} />
      {list.total === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <RegisterTable entries={list.entries} caption={t('found', { count: list.total })} />
      )}
      <Pager
        {...list}
        shown={list.entries.length}
        previous={list.from > 1 ? page - 1 : null}
        next={list.from - 1 + entriesPerPage < list.total ? page + 1 : null}
        address={address}
      />
    </DeskPage>
  )
}
