import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import {
  findConference,
  listConferences,
} from '@/features/register/conferences/queries/conferences'
import { findField } from '@/features/register/fields/queries'
import { headRevision } from '@/features/register/log/queries/revisions'
import { documentStates, projectStates } from '@/features/register/states/model/states'
import { hongKongDay } from '@/i18n/formats'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { ReportFilter } from '../input'
import {
  countStates,
  fieldsInCharge,
  type ProgressReport,
  type ReportedConference,
  type ReportScope,
  type ScopeChoice,
  usualSince,
} from '../model'
import { listChanges } from './changes'
import { readCovered, readOutside } from './items'

/** A conference that the report covers: some of its fields, or all of it where `fields` is null. */
type Covered = { conference: string; fields: readonly string[] | null }

/**
 * The progress report of a conference, a field or what is in the officer's charge; of the latest conference
 * that holds items where no scope is named. It says nothing that is not public.
 * @returns null when there is no such conference or field, or nothing at all yet.
 */
export async function progressReport(
  filter: ReportFilter,
  officer: Pick<Officer, 'fields'>,
): Promise<ProgressReport | null> {
  const found = await findScope(filter, officer)
  if (!found) return null
  const asAt = hongKongDay(now())
  const conferences: ReportedConference[] = []
  for (const covered of found.covered) {
    const conference = await readConference(covered, asAt)
    if (conference) conferences.push(conference)
  }
  const since = filter.since ?? usualSince(asAt)
  const withFirstEntries = filter.entered === '1'
  const outside = found.isEverything ? await readOutside(asAt) : []
  const covered = { conferences, outside }
  const { entries, wording, sources, names } = await listChanges(covered, {
    since,
    withFirstEntries,
  })
  return {
    scope: found.scope,
    asAt,
    head: await headRevision(),
    ...covered,
    counts: {
      projects: countStates(
        projectStates,
        conferences.flatMap(({ fields }) => fields.flatMap(({ projects }) => projects)),
      ),
      documents: countStates(documentStates, [
        ...conferences.flatMap(({ documents }) => documents),
        ...outside,
      ]),
    },
    changes: { since, withFirstEntries, entries, wording },
    sources,
    names,
  }
}

/** The conferences that hold items, the latest first, each with its fields. */
export async function listScopes(): Promise<ScopeChoice[]> {
  const scopes: ScopeChoice[] = []
  for (const reference of await conferencesWithItems()) {
    const conference = await findConference(reference)
    if (conference) {
      scopes.push({ reference, name: conference.name, fields: conference.fields })
    }
  }
  return scopes
}

async function findScope(
  filter: ReportFilter,
  officer: Pick<Officer, 'fields'>,
): Promise<{ scope: ReportScope; covered: Covered[]; isEverything?: boolean } | null> {
  if (filter.field) {
    const field = await findField(filter.field)
    if (!field) return null
    return {
      scope: { kind: 'field', reference: field.reference, name: field.name },
      covered: [{ conference: field.conference.reference, fields: [field.reference] }],
    }
  }
  if (filter.mine) {
    const charge = fieldsInCharge(officer)
    const covered = charge
      ? await conferencesOf(charge)
      : (await conferencesWithItems()).map((conference) => ({ conference, fields: null }))
    return { scope: { kind: 'mine', fields: charge ?? [] }, covered, isEverything: !charge }
  }
  const asked = filter.conference ?? (await conferencesWithItems())[0]
  const conference = asked ? await findConference(asked) : null
  if (!conference) return null
  const { reference, name } = conference
  return {
    scope: { kind: 'conference', reference, name },
    covered: [{ conference: reference, fields: null }],
  }
}

async function conferencesWithItems(): Promise<string[]> {
  const conferences = await listConferences()
  return conferences
    .filter(({ itemised, slots }) =>
      [itemised.projects, itemised.documents, slots.projects, slots.documents].some(Boolean),
    )
    .map(({ reference }) => reference)
}

async function conferencesOf(fields: readonly string[]): Promise<Covered[]> {
  const db = await database()
  const rows = await db.field.findMany({
    where: { reference: { in: [...fields] } },
    select: { reference: true, conference: { select: { reference: true } } },
    orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
  })
  const conferences = [...new Set(rows.map(({ conference }) => conference.reference))]
  return conferences.map((conference) => ({
    conference,
    fields: rows
      .filter((row) => row.conference.reference === conference)
      .map(({ reference }) => reference),
  }))
}

async function readConference(
  { conference: asked, fields }: Covered,
  today: string,
): Promise<ReportedConference | null> {
  const conference = await findConference(asked)
  if (!conference) return null
  const { reference, name, heldOn, announced, itemised, slots } = conference
  const { projects, documents } = await readCovered({
    conference: reference,
    heldOn,
    fields,
    today,
  })
  return {
    reference,
    name,
    heldOn,
    announced,
    itemised,
    slots,
    isWhole: fields === null,
    fields: conference.fields
      .filter((field) => fields === null || fields.includes(field.reference))
      .map((field) => ({
        reference: field.reference,
        name: field.name,
        projects: projects.get(field.reference) ?? [],
      })),
    documents,
  }
}
