import type { Language } from '@/i18n/language'

/** The forms that a feed is written in: Atom (RFC 4287) and JSON Feed 1.1. */
export const feedFormats = ['atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What a feed can follow besides everything, the developments of a filter, and whatever a search finds: one thing. */
export const followedThings = ['fields', 'projects', 'documents', 'organisations'] as const
export type FollowedThing = (typeof followedThings)[number]

/** What a feed follows. `query` are the parameters of its address, as they are written there. */
export type FeedScope =
  | { of: 'changes'; query: Record<string, string> }
  | { of: 'developments'; query: Record<string, string> }
  | { of: 'search'; query: Record<string, string> }
  | { of: FollowedThing; reference: string }

/** A feed in one language, in no format yet. Addresses are absolute, times ISO. */
export type Feed = {
  /** A tag URI (RFC 4151). */
  id: string
  language: Language
  title: string
  subtitle: string
  /** Whose feed it is. */
  publisher: string
  updated: string
  /** The page that it goes with. */
  page: string
  self: Record<FeedFormat, string>
  icon: string
  /** What may be done with its words, and what belongs to others. */
  rights: string
  /** Newest first. */
  entries: FeedEntry[]
}

/** One revision of the log, told to who follows. */
export type FeedEntry = {
  /** A tag URI that names the revision and the language, for good. */
  id: string
  title: string
  /** What was done, by whom, who approved it, in one line. */
  summary: string
  /** Before and after, sources and all, as HTML. */
  html: string
  /** When it was recorded. */
  updated: string
  /** Where it is found for good. */
  url: string
  /** Who submitted it and who approved it: a role and a side. */
  author: string
  approver: string | null
  /** What it is about and what was done, as words of the log and as a reader's. */
  categories: { term: string; label: string }[]
  /** The addresses of the sources that it rests on, with what they are called, in which language. */
  sources: { url: string; title: string; language: Language }[]
  /** Its number in the whole log, its subject, and its number within that. */
  log: { number: number; kind: string; reference: string; revision: number; action: string }
}
