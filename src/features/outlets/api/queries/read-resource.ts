import 'server-only'
import type { CitedKind } from '@/features/outlets/citations/model/cited'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { newsSentences } from '@/features/outlets/citations/wording/news'
import {
  findConference,
  listConferences,
} from '@/features/register/conferences/queries/conferences'
import { developmentParameters } from '@/features/register/developments/input'
import { listDevelopments } from '@/features/register/developments/queries'
import { documentFilter } from '@/features/register/documents/input'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { listDocumentPage } from '@/features/register/documents/queries/list-documents'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { sourceFilter } from '@/features/register/evidence/input'
import { findSourceWithResting, listSourcePage } from '@/features/register/evidence/queries'
import { findField, listFieldChoices, listFields } from '@/features/register/fields/queries'
import { changeFilter } from '@/features/register/history/input'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { describeEntries } from '@/features/register/log/checkpoints/queries/describe-entries'
import type { ShownRevision } from '@/features/register/log/model'
import { findRevisionByNumber } from '@/features/register/log/queries/revisions'
import { findOrganisation, listOrganisations } from '@/features/register/organisations/queries'
import { readProgramFilter } from '@/features/register/projects/input'
import { findProject } from '@/features/register/projects/queries/find-project'
import {
  listProjectPage,
  listProjectsOfField,
} from '@/features/register/projects/queries/list-projects'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { projectStates } from '@/features/register/states/model/states'
import { partAfter } from '@/i18n/pages'
import { limits } from '../input'
import type { ResourceName } from '../model/resources'

/** A page of a collection, before it is written; null when its `after` is not in the collection. */
export type ReadPage = {
  items: readonly unknown[]
  total: number
  /** The `after` of the following page; null at the end. */
  next: string | null
  /** How many announced items could belong to the collection too; left out where it cannot matter. */
  notItemised?: number
} | null

/** The parameters of an address, checked by input.ts; the lists parse them again. */
export type ParameterValues = Record<string, string>

type Reader = {
  list: (values: ParameterValues, limit: number) => Promise<ReadPage>
  /** Null for an unknown key. */
  find: (key: string) => Promise<unknown>
}

/** A page of a collection. */
export function readCollection(name: ResourceName, values: ParameterValues): Promise<ReadPage> {
  return readers[name].list(values, Number(values.limit ?? limits.default))
}

/**
 * One thing by its key, whole; null when there is none.
 * @param isOfDay whether it is read as it stood on a day: that is no revision, which could be cited.
 */
export async function readItem(
  name: ResourceName,
  key: string,
  { isOfDay }: { isOfDay: boolean },
): Promise<unknown> {
  const item = await readers[name].find(key)
  return isOfDay && item ? { ...item, citation: null } : item
}

const readers: Record<ResourceName, Reader> = {
  conferences: {
    list: async (values, limit) =>
      sliced(await listConferences(), ({ reference }) => reference, values.after, limit),
    find: findConference,
  },
  fields: {
    list: async ({ conference, after }, limit) =>
      withNotItemised(
        sliced(await allFields(conference), ({ reference }) => reference, after, limit),
        await countProjectsNotItemised({
          itemised: 'yes',
          ...(conference === undefined ? {} : { conference }),
        }),
      ),
    find: async (reference) => {
      const field = await findField(reference)
      if (!field) return null
      const projects = await listProjectsOfField(reference)
      const states = projectStates.map((state) => ({
        state,
        count: projects.filter((project) => project.state === state).length,
      }))
      return { ...field, states, projects }
    },
  },
  projects: {
    list: async (values, limit) => {
      const filter = readProgramFilter(values)
      const { isBegunAnew, projects, total, next } = await listProjectPage(filter, limit)
      const page = isBegunAnew ? null : { items: projects, total, next }
      return withNotItemised(page, await countProjectsNotItemised(filter))
    },
    find: async (reference) => cited('project', reference, await findProject(reference)),
  },
  documents: {
    list: async (values, limit) => {
      const filter = documentFilter.read(values)
      const page = await listDocumentPage(filter, limit)
      return withNotItemised(
        page.isBegunAnew ? null : page,
        await countDocumentsNotItemised({ itemised: 'yes', ...filter }),
      )
    },
    find: async (reference) => cited('document', reference, await findDocument(reference)),
  },
  organisations: {
    list: async (values, limit) =>
      withNotItemised(
        sliced(await listOrganisations(), ({ slug }) => slug, values.after, limit),
        await countDocumentsNotItemised({ itemised: 'yes' }),
      ),
    find: findOrganisation,
  },
  developments: {
    list: async (values, limit) => {
      const { project, field, document, conference, party, kind, since, until, after } = values
      const asked = {
        ...(kind === undefined ? {} : { kind: developmentParameters.kind.parse(kind) }),
        ...(party === undefined ? {} : { party }),
        ...(conference === undefined ? {} : { conferenceReference: conference }),
        ...(since === undefined ? {} : { since }),
        ...(until === undefined ? {} : { until }),
        ...(project === undefined ? {} : { projectReference: project }),
        ...(field === undefined ? {} : { fieldReference: field }),
        ...(document === undefined ? {} : { documentReference: document }),
      }
      return sliced(await listDevelopments(asked), ({ slug }) => slug, after, limit)
    },
    find: async (slug) => (await listDevelopments({ slug }))[0] ?? null,
  },
  sources: {
    list: async (values, limit) => {
      const page = await listSourcePage(sourceFilter.read(values), limit)
      return page.isBegunAnew ? null : { items: page.sources, total: page.total, next: page.next }
    },
    find: findSourceWithResting,
  },
  revisions: {
    list: async ({ after, ...values }, limit) => {
      const filter = changeFilter.read({ ...values, before: after })
      const page = await listChanges(filter, limit)
      return {
        items: await withEntries(page.changes),
        total: page.total,
        next: page.next === null ? null : String(page.next),
      }
    },
    find: async (number) => {
      const revision = await findRevisionByNumber(Number(number))
      return revision && (await withEntries([revision]))[0]
    },
  },
}

function withNotItemised(page: ReadPage, notItemised: number): ReadPage {
  return page && { ...page, notItemised }
}

/** An item with how it is cited, in each language; null for none. */
async function cited(kind: CitedKind, reference: string, item: object | null) {
  const named = item && (await findCited(kind, reference))
  return named && { ...item, citation: newsSentences(named) }
}

async function allFields(conference: string | undefined) {
  const all = await listFieldChoices()
  const asked = all.filter(({ reference }) => (conference ?? reference) === reference)
  const fields = []
  for (const { reference } of asked) {
    for (const field of await listFields(reference))
      fields.push({ ...field, conference: reference })
  }
  return fields
}

/** Revisions with what the log signs of them. */
async function withEntries(revisions: readonly ShownRevision[]) {
  const entries = await describeEntries(revisions.map(({ number }) => number))
  return revisions.map((revision) => {
    const described = entries.get(revision.number)
    return {
      ...revision,
      before: described?.entry.before ?? null,
      after: described?.entry.after,
      fingerprint: described?.fingerprint,
    }
  })
}

function sliced<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  after: string | undefined,
  limit: number,
): ReadPage {
  const { isBegunAnew, start, total, next } = partAfter(all.map(keyOf), after, limit)
  return isBegunAnew ? null : { items: all.slice(start, start + limit), total, next }
}
