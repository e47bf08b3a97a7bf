import { z } from 'zod'
import { type FeedFormat, type FeedScope, type FollowedThing, feedFormats } from './model/feed'

/** The path of a feed's address behind `/feeds/`: `changes.atom`, `projects/6-4.2.json`. */
const path = z
  .string()
  .regex(
    /^(?:(?:changes|developments|search)|(?:fields|projects|documents|organisations)\/[a-z0-9][a-z0-9.-]{0,79})\.(?:atom|json)$/,
  )

/** What a path names: what the feed follows, and the form that it is asked for in. */
export type FeedPath = {
  of: FeedScope['of']
  /** Of the one thing that it follows; null of everything, of developments and of a search. */
  reference: string | null
  format: FeedFormat
}

/** Reads the path of a feed, part by part; null for what is no feed. */
export function readFeedPath(parts: readonly string[]): FeedPath | null {
  const read = path.safeParse(parts.join('/'))
  if (!read.success) return null
  const dot = read.data.lastIndexOf('.')
  const [of = '', reference] = read.data.slice(0, dot).split('/')
  const format = feedFormats.find((one) => one === read.data.slice(dot + 1)) ?? 'atom'
  return { of: of as FeedScope['of'], reference: reference ?? null, format }
}

/** Writes the path of a feed, part by part; reading it gives the same. */
export function writeFeedPath(scope: FeedScope, format: FeedFormat): string[] {
  return 'reference' in scope
    ? [scope.of satisfies FollowedThing, `${scope.reference}.${format}`]
    : [`${scope.of}.${format}`]
}
