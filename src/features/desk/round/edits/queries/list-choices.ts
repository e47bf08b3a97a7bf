import 'server-only'
import type { HeldSource } from '@/features/register/sources/model'
import { listSources } from '@/features/register/sources/queries'
import type { NamedKind } from '@/features/register/subjects/model/kinds'
import { textsByPart } from '@/features/register/texts/model/text'
import type { TextPart } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'

/** Something that a fact can name. */
export type Choice = {
  /** Its reference or slug. */
  name: string
  label: LocalizedText
  /** The conference that it belongs to, where it does. */
  conference: string | null
  /** ISO day of a conference; the cities of a mechanism. */
  heldOn?: string
  cities?: string[]
}

/** All that the facts and citations of a form can name, in the order of their lists. */
export type Choices = Record<NamedKind, Choice[]> & { source: HeldSource[] }

/** What an editor's form offers to choose from: the latest conference first, organisations and persons by name. */
export async function listChoices(): Promise<Choices> {
  const db = await database()
  const called: TextPart[] = ['name', 'title', 'text']
  const texts = { texts: { where: { part: { in: called } } } }
  const bySlug = { include: texts, orderBy: { slug: 'asc' } } as const
  const ofConference = {
    include: { ...texts, conference: true },
    orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }],
  } as const
  const mechanisms = await db.mechanism.findMany(bySlug)
  const cities = await db.city.findMany({ include: texts, orderBy: { code: 'asc' } })
  const conferences = await db.conference.findMany({
    include: texts,
    orderBy: [{ heldOn: 'desc' }, { reference: 'asc' }],
  })
  const fields = await db.field.findMany({
    ...ofConference,
    orderBy: [...ofConference.orderBy, { number: 'asc' }],
  })
  const projects = await db.project.findMany({
    ...ofConference,
    orderBy: [...ofConference.orderBy, { position: 'asc' }],
  })
  return {
    mechanism: mechanisms.map((row) => ({
      ...named(row.slug, row.texts),
      cities: [row.firstCityCode, row.secondCityCode],
    })),
    city: cities.map((row) => named(row.code, row.texts)),
    conference: conferences.map((row) => ({
      ...named(row.reference, row.texts),
      heldOn: isoDay(row.heldOn),
    })),
    field: fields.map((row) => named(row.reference, row.texts, row.conference.reference)),
    project: projects.map((row) => named(row.reference, row.texts, row.conference.reference)),
    organisation: (await db.organisation.findMany(bySlug)).map((row) => named(row.slug, row.texts)),
    person: (await db.person.findMany(bySlug)).map((row) => named(row.slug, row.texts)),
    source: await listSources(),
  }
}

function named(
  name: string,
  rows: Parameters<typeof textsByPart>[0],
  conference: string | null = null,
): Choice {
  const texts = textsByPart(rows)
  return { name, label: texts.name ?? texts.title ?? texts.text ?? {}, conference }
}
