import 'server-only'
import { cache } from 'react'
import { toCitations, withCitations } from '@/features/register/sources/queries'
import { toStatement, withStatement } from '@/features/register/states/queries'
import { byName, bySlug, byTitle } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
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
          announcements: { where: { kind: 'documents' } },
        },
      },
      signatories: {
        include: { person: { include: { texts: true } } },
        orderBy: { position: 'asc' },
      },
      fields: { include: { texts: true }, orderBy: { number: 'asc' } },
      projects: { include: { texts: true }, orderBy: { position: 'asc' } },
      currentStatement: withStatement,
    },
  })
  if (!row) return null
  const { note = {}, place = {} } = textsByPart(row.texts)
  const item = toItem(row)
  return {
    ...item,
    note,
    conferenceName: textsByPart(row.conference?.texts ?? []).name ?? {},
    place,
    announced: row.conference?.announcements[0]?.number ?? null,
    fullTextPublished: row.fullTextPublished,
    signatories: row.signatories.map(({ person }) => bySlug(person)),
    fields: row.fields.map(byName),
    projects: row.projects.map(byTitle),
    statement: toStatement(row.currentStatement, item.sides),
    citations: toCitations(row.citations),
    lastRevisedAt: row.lastRevisedAt?.toISOString() ?? null,
  }
})
