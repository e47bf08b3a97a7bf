import 'server-only'
import type { Alternative } from '@/features/register/search/model/alternatives'
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

/** What a search takes for the same: the terms of the glossary, and the organisations with the names that people use. */
export async function listAlternatives(): Promise<Alternative[]> {
  const db = await database()
  const [terms, organisations] = [
    await listTerms(),
    await db.organisation.findMany({
      select: { also: true, texts: { where: { part: 'name' }, select: { body: true } } },
    }),
  ]
  return [
    ...terms.map(({ name, also }) => ({
      names: [...languages.flatMap((language) => name[language]?.body ?? []), ...also],
    })),
    ...organisations.map(({ also, texts }) => ({ names: texts.map(({ body }) => body), also })),
  ]
}
