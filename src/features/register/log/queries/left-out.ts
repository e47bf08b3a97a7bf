import 'server-only'
import { database } from '@/server/database/database'

/** Of what the later documents and developments are counted: one project, document or field; all by default. */
export type LeftOutOf = { project: string } | { document: string } | { field: string } | null

/** How many there are of each that came after a day. */
export type LeftOut = { projects: number; documents: number; developments: number }

/**
 * What is left out of how things stood on a day (ISO), because it was announced, signed or happened later. Reads
 * the tables themselves, and so tells it while the day is being read. The developments of a document are those of
 * its projects; a project or document is asked for documents and developments alone.
 */
export async function countLeftOut(of: LeftOutOf, day: string): Promise<LeftOut> {
  const db = await database()
  const project = of && 'project' in of ? of.project : null
  const document = of && 'document' in of ? of.document : null
  const field = of && 'field' in of ? of.field : null
  const [row] = await db.$queryRaw<LeftOut[]>`
    with "asked" as (
      select ${day}::date as "day", ${project}::text as "project", ${document}::text as "document",
        ${field}::text as "field"
    )
    select
      (select count(*)::int from "public"."Project" as "one"
        join "public"."Conference" as "session" on "session"."id" = "one"."conferenceId"
        where "session"."heldOn" > "day" and "project" is null and "document" is null and "field" is null
      ) as "projects",
      (select count(*)::int from "public"."Document" as "one"
        left join "public"."Conference" as "session" on "session"."id" = "one"."conferenceId"
        where greatest("one"."signedOn", "session"."heldOn",
            case when "one"."signedOn" is null and "session"."id" is null then (
              select min("said"."asOf") from "public"."StatusStatement" as "said"
              where "said"."documentId" = "one"."id") end) > "day" and "document" is null
          and ("project" is null or exists (select from "public"."_DocumentToProject" as "link"
            join "public"."Project" as "other" on "other"."id" = "link"."B"
            where "link"."A" = "one"."id" and "other"."reference" = "project"))
          and ("field" is null or exists (select from "public"."_DocumentToField" as "link"
            join "public"."Field" as "other" on "other"."id" = "link"."B"
            where "link"."A" = "one"."id" and "other"."reference" = "field"))
      ) as "documents",
      (select count(*)::int from "public"."Development" as "one"
        where "one"."date" > "day"
          and ("project" is null or exists (select from "public"."_DevelopmentToProject" as "link"
            join "public"."Project" as "other" on "other"."id" = "link"."B"
            where "link"."A" = "one"."id" and "other"."reference" = "project"))
          and ("field" is null or exists (select from "public"."_DevelopmentToField" as "link"
            join "public"."Field" as "other" on "other"."id" = "link"."B"
            where "link"."A" = "one"."id" and "other"."reference" = "field"))
          and ("document" is null or exists (select from "public"."_DevelopmentToProject" as "link"
            join "public"."_DocumentToProject" as "linked" on "linked"."B" = "link"."B"
            join "public"."Document" as "other" on "other"."id" = "linked"."A"
            where "link"."A" = "one"."id" and "other"."reference" = "document"))
      ) as "developments"
    from "asked"`
  return row ?? { projects: 0, documents: 0, developments: 0 }
}
