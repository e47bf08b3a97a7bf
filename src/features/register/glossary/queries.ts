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

/**
 * What a search takes for the same: the terms of the glossary, and the organisations, `also` with the other names that
 * people use and that are not sought themselves.
 */
export async function listAlternatives(): Promise<{ names: string[]; also?: string[] }[]> {
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
