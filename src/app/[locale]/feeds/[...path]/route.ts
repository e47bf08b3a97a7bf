import { answeredAt } from '@/app/[locale]/answered-at'
import { nothingThere } from '@/app/[locale]/nothing-there'
import { writeAtom } from '@/features/outlets/feeds/formats/atom'
import { writeJsonFeed } from '@/features/outlets/feeds/formats/json-feed'
import { readFeedPath } from '@/features/outlets/feeds/input'
import type { FeedScope } from '@/features/outlets/feeds/model/feed'
import { readAuthority, readFeed } from '@/features/outlets/feeds/queries/read-feed'
import { writeFeed } from '@/features/outlets/feeds/wording/feed'
import { developmentFilter } from '@/features/register/developments/input'
import { changeFilter } from '@/features/register/history/input'
import { readSearch } from '@/features/register/search/input'
import { languageOfPrefix } from '@/i18n/language'
import { preflight, problem, queryOf } from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

const formats = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
}

/** The feed that an address names: everything, developments, a field, an item, an organisation, or what a search finds. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; path: string[] }> },
): Promise<Response> {
  const { locale, path } = await params
  const [language, named] = [languageOfPrefix(locale), readFeedPath(path)]
  if (!language || !named) return nothingThere()
  const { format, reference } = named
  const query = queryOf(request)
  const filter = named.of === 'changes' ? changeFilter.begun(changeFilter.read(query)) : {}
  const developments =
    named.of === 'developments' ? developmentFilter.begun(developmentFilter.read(query)) : {}
  const dropped =
    named.of === 'developments'
      ? developmentFilter.conditions.find((key) => query[key] && !(key in developments))
      : named.of === 'changes' &&
        changeFilter.conditions.find((key) => query[key] && !(key in filter))
  if (dropped) return refusal(`${dropped} has no such value.`)
  const { q } = readSearch(query)
  if (named.of === 'search' && !q) return refusal('q is missing.')

  const { type, write } = formats[format]
  const scope = scopeOf(named.of, reference, {
    q,
    filter:
      named.of === 'developments'
        ? developmentFilter.write(developments)
        : changeFilter.write(filter),
  })
  return answeredAt(request, {
    edition: 3,
    read: () => readFeed(scope, filter),
    search: named.of === 'search',
    write: async (content, moment) =>
      write(writeFeed(content, { language, authority: await readAuthority(), moment })),
    type,
  })
}

function scopeOf(
  of: FeedScope['of'],
  reference: string | null,
  { q, filter }: { q: string; filter: Record<string, string> },
): FeedScope {
  if (of === 'changes' || of === 'developments') return { of, query: filter }
  if (of === 'search') return { of, query: { q } }
  return { of, reference: reference ?? '' }
}

const refusal = (detail: string) => problem(400, 'Bad request', detail)
