import 'server-only'
import { byName, byTitle } from '@/features/register/texts/model/called'
import type { Prisma } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import { toCitations, withCitations } from '../sources/queries'
import { textsByPart } from '../texts/model/text'
import type { ShownDevelopment } from './model'

/** Which developments to list; all of them when nothing is asked. */
export type DevelopmentFilter = {
  projectReference?: string
  fieldReference?: string
  /** Developments of the projects that the document is linked with: no source ties one to a document. */
  documentReference?: string
  /** The one of this slug. */
  slug?: string
  /** At most so many. */
  limit?: number
}

/** Developments, newest first; those of one day in the order they were entered. */
export async function listDevelopments(asked: DevelopmentFilter = {}): Promise<ShownDevelopment[]> {
  const db = await database()
  const rows = await db.development.findMany({
    where: conditions(asked),
    include: {
      texts: true,
      citations: withCitations,
      fields: { include: { texts: true }, orderBy: { number: 'asc' } },
      projects: { include: { texts: true }, orderBy: { position: 'asc' } },
    },
    orderBy: [{ date: 'desc' }, { slug: 'asc' }],
    ...(asked.limit === undefined ? {} : { take: asked.limit }),
  })
  return rows.map((row) => ({
    slug: row.slug,
    date: isoDay(row.date),
    namesTheConference: row.namesTheConference,
    ...described(textsByPart(row.texts)),
    fields: row.fields.map(byName),
    projects: row.projects.map(byTitle),
    citations: toCitations(row.citations),
  }))
}

function described({ summary = {}, note = {} }: ReturnType<typeof textsByPart>) {
  return { summary, note }
}

function conditions(asked: DevelopmentFilter): Prisma.DevelopmentWhereInput {
  const { projectReference, fieldReference, documentReference, slug } = asked
  return {
    AND: [
      slug === undefined ? {} : { slug },
      projectReference === undefined ? {} : { projects: { some: { reference: projectReference } } },
      fieldReference === undefined ? {} : { fields: { some: { reference: fieldReference } } },
      documentReference === undefined
        ? {}
        : {
            projects: {
              some: { documents: { some: { reference: documentReference } } },
            },
          },
    ],
  }
}
