import 'server-only'
import { listConferences } from '@/features/register/conferences/queries/conferences'
import { listDevelopments } from '@/features/register/developments/queries'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import { isMonth } from '@/i18n/dates'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { EventKind, RegisterEvent } from '../model'

/** Everything in the register that took place on a day, the latest first. */
export async function listEvents(): Promise<RegisterEvent[]> {
  const db = await database()
  const revised = await latestRevisions()
  const conferences = (await listConferences()).map((conference) => ({
    kind: 'conference' as const,
    reference: conference.reference,
    day: conference.heldOn,
    name: conference.name,
    place: conference.place,
    bearsOn: null,
    sources: addressesIn(Object.values(conference.announced).flatMap(({ citations }) => citations)),
  }))
  const documents = await db.document.findMany({
    where: { itemised: true, signedOn: { not: null } },
    include: { texts: true, citations: withCitations },
    orderBy: { position: 'asc' },
  })
  const signings = documents.map((document) => ({
    kind: 'document' as const,
    reference: document.reference,
    day: isoDay(document.signedOn) ?? '',
    name: textsByPart(document.texts).title ?? {},
    place: {},
    bearsOn: null,
    sources: addressesIn(toCitations(document.citations)),
  }))
  // A month is no day: what is known by its month stands in the list and in no calendar.
  const ofDays = (await listDevelopments()).filter(({ date }) => !isMonth(date))
  const developments = ofDays.map((development) => {
    const [project, field] = [development.projects[0], development.fields[0]]
    return {
      kind: 'development' as const,
      reference: development.slug,
      day: development.date,
      name: development.summary,
      place: {},
      bearsOn: project
        ? { kind: 'project' as const, reference: project.reference }
        : field
          ? { kind: 'field' as const, reference: field.reference }
          : null,
      sources: addressesIn(development.citations),
    }
  })
  return [...conferences, ...signings, ...developments]
    .flatMap((event) => {
      const latest = revised.get(`${event.kind} ${event.reference}`)
      return latest ? [{ ...event, revised: latest }] : []
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

const kinds: readonly EventKind[] = ['conference', 'document', 'development']

/** The latest revision of each subject that can be an event, by kind and reference. */
async function latestRevisions(): Promise<Map<string, RegisterEvent['revised']>> {
  const db = await database()
  const rows = await db.revision.groupBy({
    by: ['subjectKind', 'subjectReference'],
    where: { subjectKind: { in: [...kinds] } },
    _max: { subjectRevision: true, recordedAt: true },
  })
  return new Map(
    rows.map(({ subjectKind, subjectReference, _max }) => [
      `${subjectKind} ${subjectReference}`,
      {
        revision: _max.subjectRevision ?? 1,
        recordedAt: (_max.recordedAt ?? new Date(0)).toISOString(),
      },
    ]),
  )
}

function addressesIn(citations: ReturnType<typeof toCitations>): string[] {
  return [...new Set(citations.flatMap(({ source }) => source.url ?? []))]
}
