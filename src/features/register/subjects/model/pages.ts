import type { Href } from '@/i18n/navigation'
import { revisionOf } from '@/i18n/permanent'
import type { SubjectKind } from './kinds'

/** The page of a subject by its kind; null for a kind that has none and is shown on the pages of others. */
const pages = {
  project: (reference: string) =>
    ({ pathname: '/projects/[reference]', params: { reference } }) as const,
  document: (reference: string) =>
    ({ pathname: '/documents/[reference]', params: { reference } }) as const,
  field: (reference: string) =>
    ({ pathname: '/fields/[reference]', params: { reference } }) as const,
  conference: (reference: string) =>
    ({ pathname: '/conferences/[reference]', params: { reference } }) as const,
  organisation: (slug: string) =>
    ({ pathname: '/organisations/[slug]', params: { slug } }) as const,
  person: (slug: string) => ({ pathname: '/signatories/[slug]', params: { slug } }) as const,
  development: (reference: string) =>
    ({ pathname: '/developments/[reference]', params: { reference } }) as const,
  source: (reference: string) =>
    ({ pathname: '/sources/[reference]', params: { reference } }) as const,
  glossary_term: () => '/glossary' as const,
  mechanism: () => null,
} satisfies Record<SubjectKind, (reference: string) => Href | null>

/** The page of a subject. @param reference its reference or slug. */
export function subjectPage<Kind extends SubjectKind>(
  kind: Kind,
  reference: string,
): ReturnType<(typeof pages)[Kind]> {
  return pages[kind](reference) as ReturnType<(typeof pages)[Kind]>
}

/** The page of what a conference announced, reckoned from its sources. */
export function ledgerPage(reference: string) {
  return { pathname: '/conferences/[reference]/ledger', params: { reference } } as const
}

/** The kinds by the section of the site that their pages stand in: `/projects/…`. */
export const kindOfSection = {
  projects: 'project',
  documents: 'document',
  developments: 'development',
  fields: 'field',
  conferences: 'conference',
  organisations: 'organisation',
  signatories: 'person',
  sources: 'source',
} as const satisfies Record<string, SubjectKind>
export type SubjectSection = keyof typeof kindOfSection

/** The kinds whose history has a page of its own. */
const histories = {
  project: '/projects/[reference]/history',
  document: '/documents/[reference]/history',
  development: '/developments/[reference]/history',
  source: '/sources/[reference]/history',
} as const
export type WithHistory = keyof typeof histories

/** The page of a subject's history; null for a kind that has none. */
export function historyPage<Kind extends SubjectKind>(
  kind: Kind,
  reference: string,
): Kind extends WithHistory
  ? { pathname: (typeof histories)[WithHistory]; params: { reference: string } }
  : null
export function historyPage(kind: SubjectKind, reference: string): Href | null {
  return kind in histories
    ? { pathname: histories[kind as WithHistory], params: { reference } }
    : null
}

const comparisons = {
  project: '/projects/[reference]/compare',
  document: '/documents/[reference]/compare',
  development: '/developments/[reference]/compare',
  source: '/sources/[reference]/compare',
} as const satisfies Record<WithHistory, string>

/**
 * The page of what differs between two revisions of a subject.
 * @param ends what it compares: numbers of revisions, or days (ISO); left out where they are to be chosen.
 */
export function comparisonPage(
  kind: WithHistory,
  reference: string,
  ends: { from: string; to: string } | null,
) {
  const page = { pathname: comparisons[kind], params: { reference } } as const
  return ends ? { ...page, query: ends } : page
}

/** The kinds with a page for each subject, and so with a permanent page for each of its revisions. */
const recordedKinds = Object.values(kindOfSection)
export type RecordedKind = (typeof recordedKinds)[number]

/** The permanent page of one revision of a subject; null for a kind that has none. */
export function revisionPage<Kind extends SubjectKind>(
  kind: Kind,
  reference: string,
  revision: number,
): Kind extends RecordedKind ? Exclude<Href, string> : null
export function revisionPage(kind: SubjectKind, reference: string, revision: number): Href | null {
  const isRecorded = recordedKinds.some((recorded) => recorded === kind)
  const page = isRecorded ? subjectPage(kind, reference) : null
  return page && revisionOf(page, revision)
}
