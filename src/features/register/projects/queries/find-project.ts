import 'server-only'
import { cache } from 'react'
import { withSides } from '@/features/register/cities/queries'
import { bySession } from '@/features/register/documents/model'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { toStatement, withStatement } from '@/features/register/states/queries'
import { byName, bySlug, byTitle } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { ShownProject } from '../model'
import { listed, toListed } from './list-projects'

const neighbour = { include: { texts: { where: { part: 'title' as const } } } }

/** A project with everything that its page shows; null for an unknown reference. Read once per request: title and page ask alike. */
export const findProject = cache(async (reference: string): Promise<ShownProject | null> => {
  const db = await database()
  const row = await db.project.findUnique({
    where: { reference },
    include: {
      ...listed,
      texts: true,
      citations: withCitations,
      conference: {
        include: {
          texts: true,
          mechanism: withSides,
          announcements: { where: { kind: 'projects' }, include: { citations: withCitations } },
        },
      },
      currentStatement: withStatement,
      documents: {
        include: {
          texts: true,
          conference: { select: { reference: true } },
          parties: {
            include: { organisation: { include: { texts: true } } },
            orderBy: { position: 'asc' },
          },
          signatories: {
            include: { person: { include: { texts: true } } },
            orderBy: { position: 'asc' },
          },
        },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!row) return null
  const { conferenceId, position, conference, currentStatement } = row
  const previous = await db.project.findFirst({
    where: { conferenceId, position: { lt: position } },
    orderBy: { position: 'desc' },
    ...neighbour,
  })
  const next = await db.project.findFirst({
    where: { conferenceId, position: { gt: position } },
    orderBy: { position: 'asc' },
    ...neighbour,
  })
  const texts = textsByPart(row.texts)
  const announcement = conference.announcements[0]
  const item = toListed(row)
  return {
    ...item,
    text: texts.text ?? {},
    note: texts.note ?? {},
    conference: {
      ...byName(conference),
      heldOn: isoDay(conference.heldOn),
      announced: announcement?.number ?? null,
      citations: toCitations(announcement?.citations ?? []),
    },
    statement: toStatement(currentStatement, item.sides),
    documents: bySession(row.documents).map((document) => ({
      ...byTitle(document),
      conference: document.conference?.reference ?? null,
      signedOn: isoDay(document.signedOn),
      parties: document.parties.map(({ organisation }) => bySlug(organisation)),
      signatories: document.signatories.map(({ person }) => bySlug(person)),
    })),
    citations: toCitations(row.citations),
    previous: previous && byTitle(previous),
    next: next && byTitle(next),
  }
})
