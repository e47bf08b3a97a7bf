import 'server-only'
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
  // In one question: every search asks it first.
  const rows = await db.$queryRaw<
    { place: number | null; also: string[] | null; names: string[] }[]
  >`
    select g."position" as place, g."also", array_agg(t."body" order by t."language" desc) as names
    from "GlossaryTerm" g join "Text" t on t."glossaryTermId" = g."id"
    where t."part" = 'name' group by g."id", g."position", g."also"
    union all
    select null, o."also", array_agg(t."body" order by t."language" desc)
    from "Organisation" o join "Text" t on t."organisationId" = o."id"
    where t."part" = 'name' group by o."id", o."also"
    order by place nulls last`
  return rows.map(({ place, also, names }) =>
    place === null ? { names, also: also ?? [] } : { names: [...names, ...(also ?? [])] },
  )
}
