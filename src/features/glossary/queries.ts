import 'server-only'
import { database } from '../../server/database/database'
import { textsByPart } from '../texts/model'
import type { ShownTerm } from './model'

/** The terms of the glossary in their order. */
export async function listTerms(): Promise<ShownTerm[]> {
  const db = await database()
  const rows = await db.glossaryTerm.findMany({
    include: { texts: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ slug, also, texts }) => ({
    slug,
    also,
    name: textsByPart(texts).name ?? {},
  }))
}
