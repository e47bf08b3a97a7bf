import 'server-only'
import type { Standing } from '@/features/register/states/model/standing'
import { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import { findDay, readStandings } from './standing'

/** Of what the later documents and developments are counted: one project, document or field. */
type LeftOutOf = { kind: 'project' | 'document' | 'field'; reference: string }

/** A subject that is tied to another. */
type Tied = { kind: 'document' | 'development'; reference: string }

/**
 * How many projects, or documents, were not there yet on a day (ISO), because they were announced or signed later;
 * 0 in the present, which is null.
 */
export async function countLeftOut(
  kind: 'project' | 'document',
  day: string | null,
): Promise<number> {
  return (await readLeftOut(day)).filter((one) => one.kind === kind).length
}

/**
 * How many of the documents and developments that a page lists came after a day (ISO); none in the present, which is
 * null. The page of a document lists developments alone: those of its projects.
 */
export async function countLeftOutOf(
  of: LeftOutOf,
  day: string | null,
): Promise<{ documents: number; developments: number }> {
  const leftOut = await readLeftOut(day)
  const tied = leftOut.length === 0 ? [] : await listTied(of)
  const later = tied.filter((one) =>
    leftOut.some(({ kind, reference }) => kind === one.kind && reference === one.reference),
  )
  const documents = later.filter(({ kind }) => kind === 'document').length
  return { documents, developments: later.length - documents }
}

/** What of the register came after a day. */
async function readLeftOut(on: string | null): Promise<Standing[]> {
  const day = on === null ? null : await findDay({ on })
  if (day === null) return []
  return (await readStandings(day)).filter(({ notBefore }) => notBefore !== null)
}

/** What is tied to a subject now. Reads the tables themselves, since those of the day hold nothing that came later. */
async function listTied({ kind, reference }: LeftOutOf): Promise<Tied[]> {
  const db = await database()
  return db.$queryRaw<Tied[]>(ties[kind](reference))
}

const ties = {
  project: (reference: string) => Prisma.sql`
    select 'document' as "kind", "tied"."reference" from "public"."Project" as "one"
      join "public"."_DocumentToProject" as "link" on "link"."B" = "one"."id"
      join "public"."Document" as "tied" on "tied"."id" = "link"."A"
      where "one"."reference" = ${reference}
    union all
    select 'development', "tied"."slug" from "public"."Project" as "one"
      join "public"."_DevelopmentToProject" as "link" on "link"."B" = "one"."id"
      join "public"."Development" as "tied" on "tied"."id" = "link"."A"
      where "one"."reference" = ${reference}`,
  field: (reference: string) => Prisma.sql`
    select 'document' as "kind", "tied"."reference" from "public"."Field" as "one"
      join "public"."_DocumentToField" as "link" on "link"."B" = "one"."id"
      join "public"."Document" as "tied" on "tied"."id" = "link"."A"
      where "one"."reference" = ${reference}
    union all
    select 'development', "tied"."slug" from "public"."Field" as "one"
      join "public"."_DevelopmentToField" as "link" on "link"."B" = "one"."id"
      join "public"."Development" as "tied" on "tied"."id" = "link"."A"
      where "one"."reference" = ${reference}`,
  document: (reference: string) => Prisma.sql`
    select distinct 'development' as "kind", "tied"."slug" as "reference" from "public"."Document" as "one"
      join "public"."_DocumentToProject" as "linked" on "linked"."A" = "one"."id"
      join "public"."_DevelopmentToProject" as "link" on "link"."B" = "linked"."B"
      join "public"."Development" as "tied" on "tied"."id" = "link"."A"
      where "one"."reference" = ${reference}`,
}
