import 'server-only'
import { database } from '@/server/database/database'

/** The permanent references of everything that has a public page, in their order. */
export async function listPublicReferences(): Promise<{
  conferences: string[]
  fields: string[]
  projects: string[]
  documents: string[]
  organisations: string[]
}> {
  const db = await database()
  const byReference = {
    select: { reference: true },
    orderBy: { reference: 'asc' },
  } as const
  const referencesOf = (rows: { reference: string }[]) => rows.map(({ reference }) => reference)
  return {
    conferences: referencesOf(await db.conference.findMany(byReference)),
    fields: referencesOf(await db.field.findMany(byReference)),
    projects: referencesOf(await db.project.findMany(byReference)),
    documents: referencesOf(await db.document.findMany(byReference)),
    organisations: (
      await db.organisation.findMany({
        select: { slug: true },
        orderBy: { slug: 'asc' },
      })
    ).map(({ slug }) => slug),
  }
}
