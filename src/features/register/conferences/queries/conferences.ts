import 'server-only'
import { cache } from 'react'
import { bySession } from '@/features/register/documents/model'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { byName, bySlug, byTitle } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import {
  announcementKinds,
  type ShownConference,
  type ShownConferencePage,
} from '../model/conference'

const withEverything = {
  texts: true,
  announcements: { include: { citations: withCitations } },
  chairs: {
    include: { person: { include: { texts: true } }, city: { include: { texts: true } } },
    orderBy: { side: 'asc' },
  },
  fields: { include: { texts: true }, orderBy: { number: 'asc' } },
  documents: { include: { texts: true }, orderBy: { position: 'asc' } },
  projects: { select: { itemised: true } },
} as const satisfies Prisma.ConferenceInclude

type ConferenceRow = Prisma.ConferenceGetPayload<{ include: typeof withEverything }>

/** The plenary sessions, latest first. */
export async function listConferences(): Promise<ShownConference[]> {
  const db = await database()
  const rows = await db.conference.findMany({
    include: withEverything,
    orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
  })
  return rows.map(toConference)
}

/** One session with its fields and named documents; null when there is none of that reference. Read once per request: title and page ask alike. */
export const findConference = cache(
  async (reference: string): Promise<ShownConferencePage | null> => {
    const db = await database()
    const row = await db.conference.findUnique({ where: { reference }, include: withEverything })
    if (!row) return null
    return {
      ...toConference(row),
      fields: row.fields.map((field) => ({
        ...byName(field),
        number: field.number,
      })),
      documents: bySession(row.documents)
        .filter((document) => document.itemised)
        .map((document) => ({
          ...byTitle(document),
          isCounted: isCounted(document),
        })),
    }
  },
)

/** In the announced total for all that is known: said to be, or reported as signed there and presumed to be. */
function isCounted({ counted }: { counted: string }): boolean {
  return counted === 'yes' || counted === 'presumed'
}

function toConference(row: ConferenceRow): ShownConference {
  const texts = textsByPart(row.texts)
  const itemisedDocuments = row.documents.filter((document) => document.itemised)
  const itemisedProjects = row.projects.filter((project) => project.itemised).length
  return {
    reference: row.reference,
    number: row.number,
    heldOn: isoDay(row.heldOn),
    name: texts.name ?? {},
    place: texts.place ?? {},
    note: texts.note ?? {},
    chairs: row.chairs.map((chair) => ({
      side: chair.side,
      city: textsByPart(chair.city.texts).name ?? {},
      ...bySlug(chair.person),
    })),
    announced: Object.fromEntries(
      announcementKinds.map((kind) => {
        const announcement = row.announcements.find((candidate) => candidate.kind === kind)
        return [
          kind,
          {
            number: announcement?.number ?? null,
            citations: toCitations(announcement?.citations ?? []),
          },
        ]
      }),
    ) as ShownConference['announced'],
    itemised: {
      fields: row.fields.length,
      projects: itemisedProjects,
      documents: itemisedDocuments.filter(isCounted).length,
    },
    slots: {
      projects: row.projects.length - itemisedProjects,
      documents: row.documents.length - itemisedDocuments.length,
    },
  }
}
