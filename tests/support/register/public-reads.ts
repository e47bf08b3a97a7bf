import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listDevelopments } from '@/features/register/developments/queries'
import { documentFilter } from '@/features/register/documents/input'
import { documentTotals } from '@/features/register/documents/queries/count-documents'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { findSourceWithResting, listSourcePage } from '@/features/register/evidence/queries'
import { findField, listFields } from '@/features/register/fields/queries'
import { listTerms } from '@/features/register/glossary/queries'
import { listChanges } from '@/features/register/history/queries/list-changes'
import {
  findRevision,
  headRevision,
  latestRevisions,
  listRevisions,
} from '@/features/register/log/queries/revisions'
import { findOrganisation, listOrganisations } from '@/features/register/organisations/queries'
import { findPerson, listPersons } from '@/features/register/persons/queries'
import { projectFilter } from '@/features/register/projects/input'
import { countStates } from '@/features/register/projects/queries/count-states'
import { findProject } from '@/features/register/projects/queries/find-project'
import {
  listProjects,
  listProjectsOfField,
} from '@/features/register/projects/queries/list-projects'
import { listHits } from '@/features/register/search/queries/list-hits'
import { listPublicReferences } from '@/features/register/search/queries/public-references'
import { readQuery } from '@/features/register/search/queries/read-query'
import { searchRegister } from '@/features/register/search/queries/search-register'
import { suggest } from '@/features/register/search/queries/suggest'
import { listSources } from '@/features/register/sources/queries'

/** The items that pages are about. */
export type Touched = { project: string; document: string; field: string; organisation: string }

/** Everything that public pages read: each list and count, and the pages of some items. */
export function publicReads(touched: Touched): Record<string, () => Promise<unknown>> {
  const documents = (query: Record<string, string>) => listDocuments(documentFilter.read(query))
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
    projects: () => listProjects(projectFilter.read({})),
    'projects in a state': () =>
      listProjects(projectFilter.read({ state: 'in_progress', sort: 'revised' })),
    'projects by side': () => listProjects(projectFilter.read({ side: 'SH', itemised: 'all' })),
    project: () => findProject(touched.project),
    'revisions of a project': () => listRevisions({ kind: 'project', reference: touched.project }),
    'revision of a project': () => findRevision({ kind: 'project', reference: touched.project }),
    documents: () => documents({}),
    'documents of a party': () => documents({ party: touched.organisation, sort: 'signed' }),
    totals: documentTotals,
    document: () => findDocument(touched.document),
    developments: () => listDevelopments(),
    'developments of a kind': () => listDevelopments({ kind: 'measure' }),
    'developments of a project': () => listDevelopments({ projectReference: touched.project }),
    organisations: listOrganisations,
    organisation: () => findOrganisation(touched.organisation),
    persons: listPersons,
    person: () => findPerson('john-lee'),
    sources: listSources,
    'page of sources': () => listSourcePage({ cited: 'yes' }),
    source: () => findSourceWithResting('tkp-2024-04-27'),
    terms: listTerms,
    references: listPublicReferences,
  }
}

/** What public pages read when somebody searches. */
export function searchingReads(q: string): Record<string, () => Promise<unknown>> {
  return {
    hits: async () => {
      const clauses = await readQuery(q)
      const found = await searchRegister({ clauses })
      const groups = await listHits(found.groups, clauses, 'zh-Hant')
      return { found, groups, suggested: found.total > 0 ? [] : await suggest(clauses, 'en') }
    },
    projects: () => listProjects(projectFilter.read({ q })),
    documents: () => listDocuments(documentFilter.read({ q, itemised: 'yes' })),
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
