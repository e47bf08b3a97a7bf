import 'server-only'
import { needsLaterStep, projectStates } from '@/features/register/states/model/states'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import { type Contradiction, isQuotedFrom } from './model'

/** What the register says in two ways that cannot both hold: the first of them, and how many there are. */
export async function listContradictions({
  take,
}: {
  take: number
}): Promise<{ contradictions: Contradiction[]; total: number }> {
  const db = await database()
  const found = await db.$queryRaw<Contradiction[]>`
    ${unreported} union all ${noLaterStep} union all ${noPlace} union all ${asOfTooLate}
    order by "code", "kind", "reference", "detail"`
  const all = [...found, ...(await quotesNotFound())]
  return { contradictions: all.slice(0, take), total: all.length }
}

/**
 * Projects not reported, to which a development or a document signed outside a session, after theirs, is tied. What is
 * known by its month is after a session when the whole month is.
 */
const unreported = Prisma.sql`
  select 'news_unreported' as "code", 'project' as "kind", p."reference",
    string_agg(later."reference", ', ' order by later."reference") as "detail"
  from "Project" p
  join "Conference" c on c."id" = p."conferenceId"
  join (
    select link."B" as "projectId", d."slug" as "reference",
      case d."datePrecision" when 'month' then date_trunc('month', d."date")::date else d."date" end as "day"
    from "_DevelopmentToProject" link join "Development" d on d."id" = link."A"
    union all
    select link."B", d."reference", d."stateAsOf"
    from "_DocumentToProject" link join "Document" d on d."id" = link."A" and d."conferenceId" is null
  ) later on later."projectId" = p."id" and later."day" > c."heldOn"
  where p."state" = 'not_reported'
  group by p."reference"`

const laterSteps = projectStates.filter(needsLaterStep)

/** Projects whose state is as of their session, or cites nothing published after it. */
const noLaterStep = Prisma.sql`
  select 'no_later_step', 'project', p."reference", ''
  from "Project" p
  join "Conference" c on c."id" = p."conferenceId"
  join "StatusStatement" s on s."id" = p."currentStatementId"
  where s."projectState"::text = any(${laterSteps})
    and (s."asOf" <= c."heldOn" or not exists (
      select from "Citation" x join "Source" source on source."id" = x."sourceId"
      where x."statementId" = s."id"
        and (source."publishedOn" is null or source."publishedOn" > c."heldOn")))`

/** Every citation that counts now, with the subject that rests on it. */
const cited = Prisma.sql`
  select x.*, 'project' as "kind", p."reference" from "Citation" x
    join "Project" p on p."id" = x."projectId" or p."currentStatementId" = x."statementId"
  union all
  select x.*, 'document', d."reference" from "Citation" x
    join "Document" d on d."id" = x."documentId" or d."currentStatementId" = x."statementId"
  union all
  select x.*, 'field', f."reference" from "Citation" x join "Field" f on f."id" = x."fieldId"
  union all
  select x.*, 'development', d."slug" from "Citation" x join "Development" d on d."id" = x."developmentId"
  union all
  select x.*, 'conference', c."reference" from "Citation" x
    join "Announcement" a on a."id" = x."announcementId" join "Conference" c on c."id" = a."conferenceId"`

const noPlace = Prisma.sql`
  select distinct 'no_place', "cited"."kind", "cited"."reference", source."slug"
  from (${cited}) "cited" join "Source" source on source."id" = "cited"."sourceId"
  where "cited"."quote" is null and "cited"."locator" is null`

/** Items whose state is as of a day after all that they cite; nothing is said where a source is undated. */
const asOfTooLate = Prisma.sql`
  select 'as_of_too_late', item."kind", item."reference", max(source."publishedOn")::text
  from (
    select 'project' as "kind", "reference", "currentStatementId" from "Project" union all
    select 'document', "reference", "currentStatementId" from "Document"
  ) item
  join "StatusStatement" s on s."id" = item."currentStatementId"
  join "Citation" x on x."statementId" = s."id"
  join "Source" source on source."id" = x."sourceId"
  group by item."kind", item."reference", s."asOf"
  having bool_and(source."publishedOn" is not null) and max(source."publishedOn") < s."asOf"`

type Quoted = { kind: EditableKind; reference: string; slug: string; quote: string; body: string }

/** Quotes that do not stand in the text kept of their source. */
async function quotesNotFound(): Promise<Contradiction[]> {
  const db = await database()
  const quoted = await db.$queryRaw<Quoted[]>`
    select distinct "cited"."kind", "cited"."reference", source."slug", "cited"."quote", kept."body"
    from (${cited}) "cited"
    join "Source" source on source."id" = "cited"."sourceId"
    join "KeptText" kept on kept."sourceId" = source."id"
    where "cited"."quote" is not null
    order by "cited"."kind", "cited"."reference", source."slug", "cited"."quote"`
  return quoted.flatMap(({ kind, reference, slug, quote, body }) =>
    isQuotedFrom(body, quote)
      ? []
      : [{ code: 'quote_not_found' as const, kind, reference, detail: slug }],
  )
}
