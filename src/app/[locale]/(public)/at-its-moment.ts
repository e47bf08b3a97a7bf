import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { revisionNumber } from '@/features/register/history/input'
import {
  atMoment,
  findRevisionMoment,
  findShownMoment,
  firstDay,
  problemOfMoment,
} from '@/features/register/log/queries/moment'
import type { RecordedKind } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import { type Page, pageMetadata } from '@/i18n/page-metadata'
import type { AddressQuery } from '@/i18n/parameter'
import { revisionOf } from '@/i18n/permanent'
import { aboutMoment, showMoment, shownMoment, shownRevision } from '@/i18n/shown-moment'

type WithQuery = { searchParams: Promise<AddressQuery> }
type Key = { reference: string } | { slug: string }
/** `revision` is there at the permanent addresses of revisions. */
type WithKey = WithQuery & { params: Promise<Key & { revision?: string }> }

type Find<Found> = (key: string) => Promise<Found | null>
/** How the subject of a page is found; with its kind where the same page stands at the addresses of its revisions. */
type Finding<Found> = Find<Found> | { find: Find<Found>; kind: RecordedKind }

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

/**
 * As `atItsMoment`, the page of what `find` finds by the reference or slug in the address; at the address of a
 * revision the subject as that revision left it.
 */
export function foundAtItsMoment<Found>(
  finding: Finding<Found>,
  page: (found: Found, at: unknown) => Promise<ReactNode>,
) {
  return (props: WithKey) =>
    read(
      props,
      async ({ at }) => page((await found(props, finding)) ?? notFound(), at),
      kindOf(finding),
    )
}

/** As `foundAtItsMoment`, for what the page says of itself. */
export function foundAndDescribed<Found>(
  finding: Finding<Found>,
  say: (found: Found, language: Language) => Promise<Omit<Page, 'language'>>,
) {
  return (props: WithKey) =>
    described(
      props,
      async () => {
        const [language, thing] = [await getLocale(), await found(props, finding)]
        if (thing === null) return {}
        return pageMetadata({ language, ...(await ofRevision(await say(thing, language))) })
      },
      kindOf(finding),
    )
}

/** What the page of a revision says of itself, from what its subject's page says: nothing is followed there. */
async function ofRevision<Said extends Omit<Page, 'language'>>(said: Said): Promise<Said> {
  const revision = shownRevision()
  if (!revision) return said
  const { feed: _, ...kept } = said
  const t = await getTranslations('revisions.record')
  return {
    ...kept,
    here: revisionOf(said.here, revision.number),
    title: t('title', { title: said.title, number: String(revision.number) }),
    description: t('permanent'),
  } as Said
}

function keyOf(params: Key): string {
  return 'slug' in params ? params.slug : params.reference
}

async function found<Found>({ params }: WithKey, finding: Finding<Found>) {
  const find = typeof finding === 'function' ? finding : finding.find
  return find(keyOf(await params))
}

function kindOf(finding: Finding<unknown>): RecordedKind | undefined {
  return typeof finding === 'function' ? undefined : finding.kind
}

function described(
  props: WithQuery | WithKey,
  say: (query: AddressQuery) => Promise<Metadata>,
  kind?: RecordedKind,
) {
  const work = async (query: AddressQuery) => {
    const metadata = await say(query)
    const isElsewhen = shownMoment()?.at || aboutMoment().problem
    return isElsewhen ? { ...metadata, robots: { index: false, follow: true } } : metadata
  }
  return read(props, work, kind)
}

async function read<T>(
  props: WithQuery | WithKey,
  work: (query: AddressQuery) => Promise<T>,
  kind?: RecordedKind,
): Promise<T> {
  const query = await props.searchParams
  const revision = kind && 'params' in props ? await askedRevision(kind, await props.params) : null
  const moment = revision ?? (await findShownMoment(query.at))
  const code = revision ? null : await problemOfMoment(query.at)
  // What was before the first entry is shown as it was: empty.
  const problem =
    code === null || code === 'before_first' || query.at === ''
      ? null
      : { code, asked: String(query.at) }
  showMoment({ moment, problem, since: await firstDay() })
  return atMoment(moment, () => work(query), { search: Boolean(query.q) })
}

/** The revision whose page is asked for; null at the address of a subject itself. */
async function askedRevision(kind: RecordedKind, params: Key & { revision?: string }) {
  if (params.revision === undefined) return null
  const number = revisionNumber.safeParse(params.revision)
  const moment = number.success && (await findRevisionMoment(kind, keyOf(params), number.data))
  return moment || notFound()
}
