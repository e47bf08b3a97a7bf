import 'server-only'
import { developmentFilter } from '@/features/register/developments/input'
import { listDevelopmentSlugs } from '@/features/register/developments/queries'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { findField } from '@/features/register/fields/queries'
import type { NamedWhole } from '@/features/register/history/model/names'
import { listNews } from '@/features/register/history/queries/list-news'
import { readNamed } from '@/features/register/history/queries/named'
import { listLogKeys } from '@/features/register/log/checkpoints/queries/checkpoints'
import type { ShownRevision } from '@/features/register/log/model'
import { headRevision } from '@/features/register/log/queries/revisions'
import { findOrganisation } from '@/features/register/organisations/queries'
import { findProject } from '@/features/register/projects/queries/find-project'
import { readQuery } from '@/features/register/search/queries/read-query'
import { listFoundSubjects } from '@/features/register/search/queries/search-register'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import { environment } from '@/server/environment'
import type { FeedScope } from '../model/feed'

/** The most entries of a feed, and the most subjects that a search is followed for. */
const latest = 50
const mostFound = 2_000

/** What a feed tells, in no language. */
export type FeedContent = NamedWhole & {
  scope: FeedScope
  /** What the one thing that it follows is called; empty of everything, of a search and of a slot. */
  name: LocalizedText
  /** Newest first. */
  news: ShownRevision[]
  /** ISO time of the latest news, else of the log's head; null while the register is empty. */
  updated: string | null
}

type Filter = Parameters<typeof listNews>[0]['filter']

/**
 * What a feed tells; null where what it is to follow is not there.
 * @param filter of the feed of everything.
 */
export async function readFeed(
  scope: FeedScope,
  filter: NonNullable<Filter> = {},
): Promise<FeedContent | null> {
  const followed = await follow(scope, filter)
  if (!followed) return null
  const { name, news } = followed
  const updated = news[0]?.recordedAt ?? (await headRevision())?.recordedAt ?? null
  return { scope, name, news, updated, ...(await readNamed(news)) }
}

type Followed = { name: LocalizedText; news: ShownRevision[] }

async function follow(scope: FeedScope, filter: NonNullable<Filter>): Promise<Followed | null> {
  switch (scope.of) {
    case 'changes':
      return { name: {}, news: await listNews({ filter }, latest) }
    case 'developments': {
      const references = await listDevelopmentSlugs(developmentFilter.read(scope.query))
      const subjects = [{ kind: 'development' as const, references }]
      return { name: {}, news: await listNews({ subjects, withFirstEntries: true }, latest) }
    }
    case 'search': {
      const subjects = await listFoundSubjects(await readQuery(scope.query.q ?? ''), mostFound)
      return { name: {}, news: await listNews({ subjects }, latest) }
    }
    case 'fields': {
      const field = await findField(scope.reference)
      const asked = { filter: { field: scope.reference } }
      return field && { name: field.name, news: await listNews(asked, latest) }
    }
    case 'organisations': {
      const organisation = await findOrganisation(scope.reference)
      const asked = { filter: { party: scope.reference } }
      return organisation && { name: organisation.name, news: await listNews(asked, latest) }
    }
    case 'projects': {
      const project = await findProject(scope.reference)
      const subjects = [{ kind: 'project' as const, references: [scope.reference] }]
      const asked = { subjects, developmentsOf: scope.reference, withFirstEntries: true }
      return project && { name: project.title, news: await listNews(asked, latest) }
    }
    case 'documents': {
      const document = await findDocument(scope.reference)
      const subjects = [{ kind: 'document' as const, references: [scope.reference] }]
      const asked = { subjects, withFirstEntries: true }
      return document && { name: document.title, news: await listNews(asked, latest) }
    }
  }
}

/** The register's name in identifiers that never change: who makes them, and the ISO day of its first revision. */
export type Authority = { host: string; since: string }

/**
 * The name that identifiers are made under: that of the signed log, which stays when the site moves; until
 * the log is first signed, the host of the site.
 */
export async function readAuthority(): Promise<Authority> {
  const db = await database()
  const first = await db.revision.findFirst({
    orderBy: { number: 'asc' },
    select: { recordedAt: true },
  })
  const { origin } = await listLogKeys()
  const { hostname } = new URL(origin ? `http://${origin}` : environment().BASE_URL)
  return {
    // A tag URI takes a domain name only: an address of IP version 6 has brackets and colons.
    host: hostname.replaceAll(':', '-').replace(/[[\]]/g, ''),
    since: isoDay(first?.recordedAt) ?? '1970-01-01',
  }
}
