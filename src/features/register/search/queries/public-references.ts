import 'server-only'
import { kinds } from '@/features/register/subjects/model/kinds'
import { kindOfSection, type SubjectSection } from '@/features/register/subjects/model/pages'
import { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'

/** The permanent references or slugs of everything that has a public page of its own, in their order. */
export async function listPublicReferences(): Promise<Record<SubjectSection, string[]>> {
  const db = await database()
  const held: Record<string, string[]> = {}
  for (const [section, kind] of Object.entries(kindOfSection)) {
    const { table, key } = kinds[kind]
    const rows = await db.$queryRaw<{ reference: string }[]>`
      select ${Prisma.raw(`"${key}"`)} as reference from ${Prisma.raw(`"${table}"`)} order by 1`
    held[section] = rows.map(({ reference }) => reference)
  }
  return held as Record<SubjectSection, string[]>
}
