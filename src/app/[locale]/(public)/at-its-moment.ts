import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import {
  atMoment,
  findShownMoment,
  firstDay,
  problemOfMoment,
} from '@/features/register/log/queries/moment'
import type { Language } from '@/i18n/language'
import { type Page, pageMetadata } from '@/i18n/page-metadata'
import type { AddressQuery } from '@/i18n/parameter'
import { showMoment } from '@/i18n/shown-moment'

type WithQuery = { searchParams: Promise<AddressQuery> }
type WithKey = WithQuery & { params: Promise<{ reference: string } | { slug: string }> }

/**
 * A public page that shows the register as it stood when its address says `at`: all that it reads, through
 * whatever queries, is of that moment, and its links lead on there.
 */
export function atItsMoment(page: (query: AddressQuery) => Promise<ReactNode>) {
  return (props: WithQuery) => read(props, page)
}

/** As `atItsMoment`, for what the page says of itself. The past is not for search engines. */
export function describedAtItsMoment(say: (query: AddressQuery) => Promise<Metadata>) {
  return (props: WithQuery) => described(props, say)
}

/** As `atItsMoment`, the page of what `find` finds by the reference or slug in the address. */
export function foundAtItsMoment<Found>(
  find: (key: string) => Promise<Found | null>,
  page: (found: Found, at: unknown) => Promise<ReactNode>,
) {
  return (props: WithKey) =>
    read(props, async ({ at }) => page((await found(props, find)) ?? notFound(), at))
}

/** As `foundAtItsMoment`, for what the page says of itself. */
export function foundAndDescribed<Found>(
  find: (key: string) => Promise<Found | null>,
  say: (found: Found, language: Language) => Promise<Omit<Page, 'language'>>,
) {
  return (props: WithKey) =>
    described(props, async () => {
      const [language, thing] = [await getLocale(), await found(props, find)]
      return thing === null ? {} : pageMetadata({ language, ...(await say(thing, language)) })
    })
}

async function found<Found>({ params }: WithKey, find: (key: string) => Promise<Found | null>) {
  const key = await params
  return find('slug' in key ? key.slug : key.reference)
}

function described(props: WithQuery, say: (query: AddressQuery) => Promise<Metadata>) {
  return read(props, async (query, isPast) => {
    const metadata = await say(query)
    return isPast ? { ...metadata, robots: { index: false, follow: true } } : metadata
  })
}

async function read<T>(
  { searchParams }: WithQuery,
  work: (query: AddressQuery, isPast: boolean) => Promise<T>,
): Promise<T> {
  const query = await searchParams
  const moment = await findShownMoment(query.at)
  const code = await problemOfMoment(query.at)
  // What was before the first entry is shown as it was: empty.
  const problem =
    code === null || code === 'before_first' || query.at === ''
      ? null
      : { code, asked: String(query.at) }
  showMoment({ moment, problem, since: await firstDay() })
  const isPast = moment !== null || problem !== null
  return atMoment(moment, () => work(query, isPast), { search: Boolean(query.q) })
}
