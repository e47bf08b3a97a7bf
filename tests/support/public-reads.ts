import { listConferences } from '@/features/conferences/queries'
import { listDevelopments } from '@/features/developments/queries'
import { DocumentFilter } from '@/features/documents/input'
import { documentTotals } from '@/features/documents/queries/count-documents'
import { findDocument } from '@/features/documents/queries/find-document'
import { listDocuments } from '@/features/documents/queries/list-documents'
import { findField, listFields } from '@/features/fields/queries'
import { listTerms } from '@/features/glossary/queries'
import { findOrganisation, listOrganisations } from '@/features/organisations/queries'
import { readProjectFilter } from '@/features/projects/input'
import { countStates } from '@/features/projects/queries/count-states'
import { findProject } from '@/features/projects/queries/find-project'
import { listProjects, listProjectsOfField } from '@/features/projects/queries/list-projects'
import {
  findRevision,
  headRevision,
  latestRevisions,
  listRevisions,
} from '@/features/revisions/queries'
import { listChanges } from '@/features/revisions/queries/list-changes'
import { listPublicReferences } from '@/features/search/queries'
import { listHits } from '@/features/search/queries/list-hits'
import { readQuery, searchRegister } from '@/features/search/queries/search-register'
import { suggest } from '@/features/search/queries/suggest'
import { listSources } from '@/features/sources/queries'

/** The items that pages are about. */
export type Touched = { project: string; document: string; field: string; organisation: string }

/** Everything that public pages read: each list and count, and the pages of some items. */
export function publicReads(touched: Touched): Record<string, () => Promise<unknown>> {
  const documents = (query: Record<string, string>) => listDocuments(DocumentFilter.parse(query))
  return {
    head: headRevision,
    latest: () => latestRevisions(8),
    changes: () => listChanges({}, 5),
    'changes of a field': () => listChanges({ field: touched.field }, 5),
    'changes of a party': () => listChanges({ party: touched.organisation }, 5),
    conferences: listConferences,
    fields: () => listFields('6'),
    field: () => findField(touched.field),
    'projects of a field': () => listProjectsOfField(touched.field),
    states: () => countStates('6'),
    projects: () => listProjects(readProjectFilter({})),
    'projects in a state': () =>
      listProjects(readProjectFilter({ state: 'in_progress', sort: 'revised' })),
    'projects by side': () => listProjects(readProjectFilter({ side: 'SH', itemised: 'all' })),
    project: () => findProject(touched.project),
    'revisions of a project': () => listRevisions({ kind: 'project', reference: touched.project }),
    'revision of a project': () => findRevision({ kind: 'project', reference: touched.project }),
    documents: () => documents({}),
    'documents of a party': () => documents({ party: touched.organisation, sort: 'signed' }),
    totals: documentTotals,
    document: () => findDocument(touched.document),
    developments: () => listDevelopments(),
    'developments of a project': () => listDevelopments({ projectReference: touched.project }),
    organisations: listOrganisations,
    organisation: () => findOrganisation(touched.organisation),
    sources: listSources,
    terms: listTerms,
    references: listPublicReferences,
  }
}

/** What public pages read when somebody searches. */
export function searchingReads(q: string): Record<string, () => Promise<unknown>> {
  return {
    hits: async () => {
      const clauses = await readQuery(q)
      const found = await searchRegister(clauses)
      const groups = await listHits(found.groups, clauses, 'zh-Hant')
      return { found, groups, suggested: found.total > 0 ? [] : await suggest(clauses, 'en') }
    },
    projects: () => listProjects(readProjectFilter({ q })),
    documents: () => listDocuments(DocumentFilter.parse({ q, itemised: 'yes' })),
  }
}

/** What all of them answer. */
export async function answersOf(
  reads: Record<string, () => Promise<unknown>>,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(reads)) answers[name] = await read()
  return answers
}
