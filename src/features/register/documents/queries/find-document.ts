import 'server-only'
import { cache } from 'react'
import { withSides } from '@/features/register/cities/queries'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { toConfirmations, withConfirmations } from '@/features/register/states/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import type { ShownDocument } from '../model'
import { toItem, withItem } from './list-documents'

/** A document whole, or null when no document has this reference. Read once per request: title and page ask alike. */
export const findDocument = cache(async (reference: string): Promise<ShownDocument | null> => {
  const db = await database()
  const row = await db.document.findUnique({
    where: { reference },
    include: {
      ...withItem,
      citations: withCitations,
      conference: {
        include: {
          texts: true,
          mechanism: withSides,
          announcements: { where: { kind: 'documents' } },
        },
      },
      signatories: {
        include: { person: { include: { texts: true } } },
        orderBy: { position: 'asc' },
      },
      fields: { include: { texts: true }, orderBy: { number: 'asc' } },
      projects: { include: { texts: true }, orderBy: { position: 'asc' } },
      currentStatement: {
        include: { texts: true, citations: withCitations, confirmations: withConfirmations },
      },
    },
  })
  if (!row) return null
  const conferenceTexts = textsByPart(row.conference.texts)
  const statement = row.currentStatement
  const statementTexts = textsByPart(statement?.texts ?? [])
  const item = toItem(row)
  return {
    ...item,
    note: textsByPart(row.texts).note ?? {},
    conferenceName: conferenceTexts.name ?? {},
    place: conferenceTexts.place ?? {},
    announced: row.conference.announcements[0]?.number ?? null,
    fullTextPublished: row.fullTextPublished,
    signatories: row.signatories.map(({ person }) => ({
      slug: person.slug,
      name: textsByPart(person.texts).name ?? {},
    })),
    fields: row.fields.map((field) => ({
      reference: field.reference,
      name: textsByPart(field.texts).name ?? {},
    })),
    projects: row.projects.map((project) => ({
      reference: project.reference,
      title: textsByPart(project.texts).title ?? {},
    })),
    statement: statement && {
      asOf: isoDay(statement.asOf),
      assertedBy: statement.assertedBy,
      note: statementTexts.note ?? {},
      reason: statementTexts.reason ?? {},
      citations: toCitations(statement.citations),
      confirmations: toConfirmations(statement.confirmations, item.sides),
      sides: item.sides,
    },
    citations: toCitations(row.citations),
    lastRevisedAt: row.lastRevisedAt?.toISOString() ?? null,
  }
})
