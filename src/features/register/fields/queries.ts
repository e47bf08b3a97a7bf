import 'server-only'
import { cache } from 'react'
import { bySession } from '@/features/register/documents/model'
import { outsideLast } from '@/features/register/documents/queries/list-documents'
import { byName, byTitle } from '@/features/register/texts/model/called'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import { toCitations, withCitations } from '../sources/queries'
import { projectStates } from '../states/model/states'
import { textsByPart } from '../texts/model/text'
import type { ConferenceFields, FieldCounts, ShownField } from './model'

/** One field; null for an unknown reference. Read once per request: title and page ask alike. */
export const findField = cache(async (reference: string): Promise<ShownField | null> => {
  const db = await database()
  const row = await db.field.findUnique({
    where: { reference },
    include: {
      texts: true,
      citations: withCitations,
      conference: { include: { texts: true } },
      documents: { include: { texts: true }, orderBy: outsideLast },
    },
  })
  if (!row) return null
  const neighbours = await db.field.findMany({
    where: { conferenceId: row.conferenceId, number: { in: [row.number - 1, row.number + 1] } },
    include: { texts: true },
  })
  const neighbour = (number: number) => {
    const found = neighbours.find((field) => field.number === number)
    return found ? byName(found) : null
  }
  return {
    ...byName(row),
    number: row.number,
    note: textsByPart(row.texts).note ?? {},
    conference: byName(row.conference),
    documents: bySession(row.documents).map((document) => ({
      ...byTitle(document),
      signedOn: isoDay(document.signedOn),
    })),
    citations: toCitations(row.citations),
    previous: neighbour(row.number - 1),
    next: neighbour(row.number + 1),
  }
})

/** The fields of a conference in their order, each with how its projects stand. */
export async function listFields(conferenceReference: string): Promise<FieldCounts[]> {
  const db = await database()
  const rows = await db.field.findMany({
    where: { conference: { reference: conferenceReference } },
    include: { texts: true, projects: { select: { state: true } } },
    orderBy: { number: 'asc' },
  })
  return rows.map((row) => ({
    ...byName(row),
    number: row.number,
    states: projectStates.map((state) => ({
      state,
      count: row.projects.filter((project) => project.state === state).length,
    })),
  }))
}

/** Every field by its name, by conference, the latest conference first: to choose from. */
export async function listFieldChoices(): Promise<ConferenceFields[]> {
  const db = await database()
  const rows = await db.conference.findMany({
    where: { fields: { some: {} } },
    include: {
      texts: true,
      fields: { include: { texts: true }, orderBy: { number: 'asc' } },
    },
    orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
  })
  return rows.map((row) => ({
    ...byName(row),
    fields: row.fields.map(byName),
  }))
}
