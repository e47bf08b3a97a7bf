import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { findShownMoment, firstDay } from '@/features/register/log/queries/moment'
import { listPublicReferences } from '@/features/register/search/queries/public-references'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Href, hrefTo } from '@/i18n/navigation'
import { fieldOfUnknownProject, requestedAddress } from '@/i18n/requested-address'
import { registerLists } from '@/i18n/routing'
import { showMoment } from '@/i18n/shown-moment'

const statuses = ['403', '404', '500'] as const
type Status = (typeof statuses)[number]

type Props = {
  params: Promise<{ status: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('problem')
  const status = statusOf((await params).status)
  return {
    title: status ? t(`${status}.heading`) : t('404.heading'),
    robots: { index: false },
  }
}

/** What the front server answers in place of an empty 403, 404 or 500. */
export default async function ProblemPage({ params, searchParams }: Props) {
  const status = statusOf((await params).status)
  if (!status) notFound()
  const [language, t] = [await getLocale(), await getTranslations('problem')]
  const { from } = await searchParams
  const asked = requestedAddress(Array.isArray(from) ? from[0] : from)
  // The address matches no page, so its type cannot be one of the listed paths; it is only prefixed.
  const { at, ...query } = asked?.query ?? {}
  const here = (asked ? withQuery(asked.pathname, query) : '/') as Href
  const moment = await findShownMoment(at)
  showMoment({ moment, problem: null, since: await firstDay() })
  const field = status === '404' && asked ? await existing(fieldOfUnknownProject(asked)) : null
  return (
    <PublicPage here={here} revisedOn={null} trail={[]}>
      <h1>{t(`${status}.heading`)}</h1>
      <p className="lead">{moment && status === '404' ? t('then') : t(`${status}.sentence`)}</p>
      {asked && asked.pathname !== '/' && (
        <p>
          {t('asked')} <code>{asked.pathname}</code>
        </p>
      )}
      {status !== '500' && (
        <>
          <h2>{t('help')}</h2>
          <ul>
            {field && (
              <li>
                <a href={hrefTo(language, subjectPage('field', field))}>{t('field', { field })}</a>
              </li>
            )}
            {registerLists.map((list) => (
              <li key={list}>
                <a href={hrefTo(language, `/${list}`)}>{t(`lists.${list}`)}</a>
              </li>
            ))}
            {status === '403' && (
              <li>
                <a href={hrefTo(language, '/desk/sign-in')}>{t('signIn')}</a>
              </li>
            )}
          </ul>
        </>
      )}
      <search>
        <form className="filter" method="get" action={hrefTo(language, '/projects')}>
          <label htmlFor="problem-q">{t('search')}</label>
          <input id="problem-q" name="q" type="search" />
          <p className="filter-actions">
            <button type="submit">{t('find')}</button>
          </p>
        </form>
      </search>
      <p>
        <a href={hrefTo(language, '/')}>{t('home')}</a>
      </p>
    </PublicPage>
  )
}

/** Drops an empty query, which would end the address in a question mark. */
function withQuery(pathname: string, query: Record<string, string>) {
  return Object.keys(query).length > 0 ? { pathname, query } : { pathname }
}

function statusOf(value: string): Status | null {
  return statuses.find((status) => status === value) ?? null
}

/** The field, where there is one of this reference. */
async function existing(field: string | null): Promise<string | null> {
  if (!field) return null
  const { fields } = await listPublicReferences()
  return fields.includes(field) ? field : null
}
