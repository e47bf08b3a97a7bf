import 'server-only'
import { isReviewer, mayReview, mayState } from '@/features/desk/officers/policy'
import { isWithoutNews, newsDay } from '@/features/register/states/model/statements'
import { type ItemState, settledStates } from '@/features/register/states/model/states'
import { isStale, textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { hongKongDay, isoDay } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { now } from '@/server/clock'
import { type Database, database } from '@/server/database/database'
import type { DigestDetail } from '../input'

/** So many of each list are named in a digest; of the others it says how many they are. */
const mostNamed = 20

/**
 * What waits for each officer who wants a weekly digest: items in charge without news or with stale texts,
 * submissions returned to them, submissions for them to review. Left out: officers for whom nothing waits,
 * and those added after `since`, who get their first digest next week.
 */
export async function listDigests(
  since: Date,
): Promise<{ officerId: string; detail: DigestDetail }[]> {
  const db = await database()
  const officers = await db.officer.findMany({
    where: { disabledAt: null, mailDigest: true, createdAt: { lte: since } },
    include: { assignments: { include: { field: true } } },
    orderBy: { id: 'asc' },
  })
  const [items, submissions] = [await listItems(db), await listSubmissions(db)]
  const today = hongKongDay(now())
  return officers.flatMap(({ id, role, assignments }) => {
    const officer = {
      id,
      role,
      fields: assignments.map(({ field }) => field.reference),
      // Officers who have not set up a second factor yet are included: the desk will ask them for it first.
      needsSecondFactor: false,
    }
    const charge = items.filter((item) => mayState(officer, item))
    const detail = {
      withoutNews: named(
        charge.filter(
          ({ state, lastNews }) => !settledStates.includes(state) && isWithoutNews(lastNews, today),
        ),
        'reference',
      ),
      staleTexts: named(
        charge.filter(({ hasStaleText }) => hasStaleText),
        'reference',
      ),
      returned: named(
        submissions.filter(({ state, authorId }) => state === 'returned' && authorId === id),
        'id',
      ),
      toReview: named(
        submissions.filter(
          (submission) =>
            submission.state === 'submitted' &&
            isReviewer(officer) &&
            mayReview(officer, submission),
        ),
        'id',
      ),
    }
    const isEmpty = Object.values(detail).every(({ count }) => count === 0)
    return isEmpty ? [] : [{ officerId: id, detail }]
  })
}

function named<Key extends string>(rows: readonly Record<Key, string>[], key: Key) {
  return { count: rows.length, first: rows.slice(0, mostNamed).map((row) => row[key]) }
}

type Item = {
  reference: string
  state: ItemState
  fields: string[]
  /** ISO day. */
  lastNews: string
  hasStaleText: boolean
}

/** What is itemised, the oldest news first. A slot has no text that anything could be said of. */
async function listItems(db: Database): Promise<Item[]> {
  const common = {
    texts: true,
    conference: true,
    currentStatement: {
      include: {
        texts: true,
        citations: { select: { source: { select: { publishedOn: true } } } },
      },
    },
  } as const
  const projects = await db.project.findMany({
    where: { itemised: true },
    include: { ...common, field: true, developments: { select: { date: true } } },
    orderBy: { position: 'asc' },
  })
  const documents = await db.document.findMany({
    where: { itemised: true },
    include: { ...common, fields: true },
    orderBy: { position: 'asc' },
  })
  return [
    ...projects.map((row) => ({
      ...toItem(row, [row.conference.heldOn, ...row.developments.map(({ date }) => date)]),
      state: row.state,
      fields: row.field ? [row.field.reference] : [],
    })),
    ...documents.map((row) => ({
      ...toItem(row, [row.conference?.heldOn ?? row.signedOn]),
      state: row.state,
      fields: row.fields.map(({ reference }) => reference),
    })),
  ].sort((a, b) => a.lastNews.localeCompare(b.lastNews))
}

type Texts = Parameters<typeof textsByPart>[0]

function toItem(
  row: {
    reference: string
    stateAsOf: Date | null
    texts: Texts
    currentStatement: {
      texts: Texts
      citations: { source: { publishedOn: Date | null } }[]
    } | null
  },
  heard: readonly (Date | null)[],
) {
  // As on the item's page, its announcement and any development count as news.
  const { stateAsOf, currentStatement } = row
  const citations = (currentStatement?.citations ?? []).map(({ source }) => ({
    source: { publishedOn: isoDay(source.publishedOn) },
  }))
  const stated = stateAsOf ? [new Date(newsDay({ asOf: isoDay(stateAsOf), citations }))] : []
  const news = [...stated, ...heard]
  const parts = [
    ...Object.values(textsByPart(row.texts)),
    ...Object.values(textsByPart(row.currentStatement?.texts ?? [])),
  ]
  return {
    reference: row.reference,
    lastNews:
      news
        .map((day) => isoDay(day) ?? '')
        .sort()
        .at(-1) ?? '',
    hasStaleText: parts.some(
      (text) => text && languages.some((language) => isStale(text, language)),
    ),
  }
}

/** What waits for a reviewer, or was returned and not replaced, the oldest first. */
function listSubmissions(db: Database) {
  return db.submission.findMany({
    where: {
      OR: [{ state: 'submitted' }, { state: 'returned', replacedBy: null }],
    } satisfies Prisma.SubmissionWhereInput,
    select: { id: true, state: true, authorId: true },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
}
