import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { atMoment, findShownMoment } from '@/features/register/log/queries/moment'
import { showMoment } from '@/i18n/shown-moment'

type WithQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * A public page that shows the register as it stood when its address says `at`: all that it reads, through
 * whatever queries, is of that moment, and its links lead on there.
 */
export function atItsMoment<Props>(
  page: (props: Props & WithQuery) => Promise<ReactNode>,
): (props: Props & WithQuery) => Promise<ReactNode> {
  return (props) => read(props, () => page(props))
}

/** As `atItsMoment`, for what the page says of itself. The past is not for search engines. */
export function describedAtItsMoment<Props>(
  say: (props: Props & WithQuery) => Promise<Metadata>,
): (props: Props & WithQuery) => Promise<Metadata> {
  return (props) =>
    read(props, async (isPast) => {
      const metadata = await say(props)
      return isPast ? { ...metadata, robots: { index: false, follow: true } } : metadata
    })
}

async function read<T>(
  { searchParams }: WithQuery,
  work: (isPast: boolean) => Promise<T>,
): Promise<T> {
  const { at, q } = await searchParams
  const moment = await findShownMoment(at)
  showMoment(moment)
  return atMoment(moment, () => work(moment !== null), { search: Boolean(q) })
}
