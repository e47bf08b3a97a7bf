import 'server-only'
import { cache } from 'react'
import type { ItemKind } from '@/features/register/states/model/states'
import { kinds } from '@/features/register/subjects/model/kinds'
import { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/server/database/database'

/** The references of items that have a text whose original has changed since: of which `isStale` says yes. Read once per request. */
export const staleItems = cache(async function staleItems(
  db: Database,
): Promise<Record<ItemKind, string[]>> {
  return { project: await staleOf(db, 'project'), document: await staleOf(db, 'document') }
})

async function staleOf(db: Database, kind: ItemKind): Promise<string[]> {
  const [table, owner] = [kinds[kind].table, kinds[kind].owner].map((name) =>
    Prisma.raw(`"${name}"`),
  )
  const rows = await db.$queryRaw<{ reference: string }[]>`
    select item.reference from ${table} item where exists (
      select 1 from "Text" t
      where t.${owner} = item.id and t."derivedFromHash" is not null and t."derivedFromHash" <> (
        select encode(sha256(convert_to(o.body, 'UTF8')), 'hex') from "Text" o
        where o.${owner} = item.id and o.part = t.part and o."derivedFromHash" is null
          and o.origin in ('as_printed', 'editorial', 'official')
        order by array_position(array['as_printed', 'editorial', 'official'], o.origin::text),
          array_position(array['zh-Hant', 'zh-Hans', 'en'], o.language)
        limit 1))`
  return rows.map(({ reference }) => reference)
}
