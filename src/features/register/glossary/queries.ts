import 'server-only'
import { languages } from '@/i18n/language'
import { database } from '@/server/database/database'
import { textsByPart } from '../texts/model/text'
import type { ShownTerm } from './model/term'

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

/** The words that mean the same, one group a term: what a search takes for one another. */
export async function listAlternatives(): Promise<string[][]> {
  const terms = await listTerms()
  return terms.map(({ name, also }) => [
    ...languages.flatMap((language) => name[language]?.body ?? []),
    ...also,
  ])
}
