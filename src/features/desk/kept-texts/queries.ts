import 'server-only'
import { database } from '@/server/database/database'

/** The words kept of a source, by its slug; null where none are. */
export async function findKeptText(slug: string): Promise<string | null> {
  const db = await database()
  const kept = await db.keptText.findFirst({ where: { source: { slug } } })
  return kept?.body ?? null
}
