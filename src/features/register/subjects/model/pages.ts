import type { Href } from '@/i18n/navigation'
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
  glossary_term: () => '/glossary' as const,
  source: () => null,
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
} as const satisfies Record<string, SubjectKind>
export type SubjectSection = keyof typeof kindOfSection

/** The pages of the history of a subject and of each of its revisions. */
const recorded = {
  project: {
    history: '/projects/[reference]/history',
    revision: '/projects/[reference]/revisions/[revision]',
  },
  document: {
    history: '/documents/[reference]/history',
    revision: '/documents/[reference]/revisions/[revision]',
  },
  development: {
    history: '/developments/[reference]/history',
    revision: '/developments/[reference]/revisions/[revision]',
  },
} as const
type Recorded = keyof typeof recorded

type HistoryPage = {
  pathname: (typeof recorded)[Recorded]['history']
  params: { reference: string }
}
type RevisionPage = {
  pathname: (typeof recorded)[Recorded]['revision']
  params: { reference: string; revision: string }
}
type OrNull<Kind, Page> = Kind extends Recorded ? Page : null

/** The page of a subject's history; null for a kind that has none. */
export function historyPage<Kind extends SubjectKind>(
  kind: Kind,
  reference: string,
): OrNull<Kind, HistoryPage>
export function historyPage(kind: SubjectKind, reference: string): HistoryPage | null {
  return isRecorded(kind) ? { pathname: recorded[kind].history, params: { reference } } : null
}

/** The permanent page of one revision of a subject; null for a kind that has none. */
export function revisionPage<Kind extends SubjectKind>(
  kind: Kind,
  reference: string,
  revision: number,
): OrNull<Kind, RevisionPage>
export function revisionPage(
  kind: SubjectKind,
  reference: string,
  revision: number,
): RevisionPage | null {
  if (!isRecorded(kind)) return null
  const params = { reference, revision: String(revision) }
  return { pathname: recorded[kind].revision, params }
}

function isRecorded(kind: SubjectKind): kind is Recorded {
  return kind in recorded
}
