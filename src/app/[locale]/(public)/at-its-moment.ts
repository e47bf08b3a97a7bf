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
import { findShownDay, problemOfDay } from '@/features/register/log/queries/standing'
import type { RecordedKind } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import { type Page, pageMetadata } from '@/i18n/page-metadata'
import type { AddressQuery } from '@/i18n/parameter'
import { revisionOf } from '@/i18n/permanent'
import {
  aboutMoment,
  type ShownProblem,
  showMoment,
  shownDay,
  shownMoment,
  shownRevision,
} from '@/i18n/shown-moment'
import { NotThereYet } from './not-there-yet'

type WithQuery = { searchParams: Promise<AddressQuery> }
type Key = { reference: string } | { slug: string }
/** `revision` is there at the permanent addresses of revisions. */
type WithKey = WithQuery & { params: Promise<Key & { revision?: string }> }

type Find<Found> = (key: string) => Promise<Found | null>
/** How the subject of a page is found; with its kind where the same page stands at the addresses of its revisions. */
type Finding<Found> = Find<Found> | { find: Find<Found>; kind: RecordedKind }

/** Whether a page tells how things stood on a day, `on`, and of what subject it is the page. */
type Telling = { tellsDays?: boolean; kind?: RecordedKind | undefined }

/**
 * A public page that shows the register as it stood when its address says `at`: all that it reads, through
 * whatever queries, is of that moment, and its links lead on there. Where it tells days, it shows with `on` how
 * things stood on a day.
 */
export function atItsMoment(
  page: (query: AddressQuery) => Promise<ReactNode>,
  telling: Telling = {},
) {
  return (props: WithQuery) => read(props, page, telling)
}

/** As `atItsMoment`, for what the page says of itself. The past is not for search engines. */
export function describedAtItsMoment(
  say: (query: AddressQuery) => Promise<Metadata>,
  telling: Telling = {},
) {
  return (props: WithQuery) => described(props, say, telling)
}

/**
 * As `atItsMoment`, the page of what `find` finds by the reference or slug in the address; at the address of a
 * revision the subject as that revision left it.
 */
export function foundAtItsMoment<Found>(
  finding: Finding<Found>,
  page: (found: Found, at: unknown, query: AddressQuery) => Promise<ReactNode>,
) {
  return (props: WithKey) =>
    read(
      props,
      async (query) => {
        const thing = await found(props, finding)
        return thing === null ? notThere(props, finding) : page(thing, query.at, query)
      },
      tellingOf(finding),
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
      tellingOf(finding),
    )
}

/** In place of the page of what is not found: what is there now and was not on the day that is shown is told apart. */
async function notThere(props: WithKey, finding: Finding<unknown>): Promise<ReactNode> {
  const [day, { kind }] = [shownDay(), tellingOf(finding)]
  const said =
    day && kind && (await NotThereYet({ day, kind, reference: keyOf(await props.params) }))
  return said || notFound()
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

/** The kinds whose pages tell how things stood on a day. */
const dayKinds: readonly RecordedKind[] = ['project', 'document', 'field']

function tellingOf(finding: Finding<unknown>): Telling {
  if (typeof finding === 'function') return {}
  return { kind: finding.kind, tellsDays: dayKinds.includes(finding.kind) }
}

function described(
  props: WithQuery | WithKey,
  say: (query: AddressQuery) => Promise<Metadata>,
  telling: Telling,
) {
  const work = async (query: AddressQuery) => {
    const metadata = await say(query)
    const moment = shownMoment()
    const isElsewhen = moment?.at || moment?.on || aboutMoment().problem
    return isElsewhen ? { ...metadata, robots: { index: false, follow: true } } : metadata
  }
  return read(props, work, telling)
}

async function read<T>(
  props: WithQuery | WithKey,
  work: (query: AddressQuery) => Promise<T>,
  { kind, tellsDays = false }: Telling,
): Promise<T> {
  const query = await props.searchParams
  const revision = kind && 'params' in props ? await askedRevision(kind, await props.params) : null
  const problem = revision ? null : await problemIn(query, tellsDays)
  const moment = revision ?? (problem ? null : await askedMoment(query))
  showMoment({ moment, problem, since: await firstDay() })
  return atMoment(moment, () => work(query), { search: Boolean(query.q) })
}

async function askedMoment({ on, at }: AddressQuery) {
  return typeof on === 'string' && on !== '' ? findShownDay(on) : findShownMoment(at)
}

/** Why what the address asks for is not shown; null where it is, or nothing is asked. */
async function problemIn(query: AddressQuery, tellsDays: boolean): Promise<ShownProblem | null> {
  if (query.on !== undefined && query.on !== '') {
    const code = tellsDays ? problemOfDay(query) : 'no_day'
    return code === 'both' ? bothAsked(query) : code && { of: 'on', code, asked: String(query.on) }
  }
  const code = query.at === '' ? null : await problemOfMoment(query.at)
  // What was before the first entry is shown as it was: empty.
  return code === null || code === 'before_first'
    ? null
    : { of: 'at', code, asked: String(query.at) }
}

/** Where an address asks both questions: what each by itself can be answered for. */
async function bothAsked({ on, at }: AddressQuery): Promise<ShownProblem> {
  return {
    of: 'both',
    on: problemOfDay({ on }) === null ? String(on) : null,
    at: (await problemOfMoment(at)) === null ? String(at) : null,
  }
}

/** The revision whose page is asked for; null at the address of a subject itself. */
async function askedRevision(kind: RecordedKind, params: Key & { revision?: string }) {
  if (params.revision === undefined) return null
  const number = revisionNumber.safeParse(params.revision)
  const moment = number.success && (await findRevisionMoment(kind, keyOf(params), number.data))
  return moment || notFound()
}
