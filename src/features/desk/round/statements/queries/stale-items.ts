import 'server-only'
import { cache } from 'react'
import type { Database } from '@/server/database/database'

/** The references of items that have a text whose original has changed since: of which `isStale` says yes. Read once per request. */
export const staleItems = cache(async function staleItems(
  db: Database,
): Promise<{ project: string[]; document: string[] }> {
  const projects = await db.$queryRaw<{ reference: string }[]>`
    select p.reference from "Project" p where exists (
      select 1 from "Text" t
      where t."projectId" = p.id and t."derivedFromHash" is not null and t."derivedFromHash" <> (
        select encode(sha256(convert_to(o.body, 'UTF8')), 'hex') from "Text" o
        where o."projectId" = p.id and o.part = t.part and o."derivedFromHash" is null
          and o.origin in ('as_printed', 'editorial', 'official')
        order by array_position(array['as_printed', 'editorial', 'official'], o.origin::text),
          array_position(array['zh-Hant', 'zh-Hans', 'en'], o.language)
        limit 1))`
  const documents = await db.$queryRaw<{ reference: string }[]>`
    select d.reference from "Document" d where exists (
      select 1 from "Text" t
      where t."documentId" = d.id and t."derivedFromHash" is not null and t."derivedFromHash" <> (
        select encode(sha256(convert_to(o.body, 'UTF8')), 'hex') from "Text" o
        where o."documentId" = d.id and o.part = t.part and o."derivedFromHash" is null
          and o.origin in ('as_printed', 'editorial', 'official')
        order by array_position(array['as_printed', 'editorial', 'official'], o.origin::text),
          array_position(array['zh-Hant', 'zh-Hans', 'en'], o.language)
        limit 1))`
  const referencesOf = (rows: { reference: string }[]) => rows.map(({ reference }) => reference)
  return { project: referencesOf(projects), document: referencesOf(documents) }
})
