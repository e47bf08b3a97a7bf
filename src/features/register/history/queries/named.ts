import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import type { ShownSource } from '@/features/register/sources/model'
import { toSource } from '@/features/register/sources/queries'
import { namesIn } from '@/features/register/subjects/model/snapshot'
import { textsByPart } from '@/features/register/texts/model/text'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import type { NamedWhole } from '../model/names'

/** The subjects that revisions or snapshots speak of: sources whole, the others and every city by what they are called. */
export async function readNamed(spoken: readonly unknown[]): Promise<NamedWhole> {
  const names = [...new Set(spoken.flatMap(namesIn))].filter((name) => nameForm.test(name))
  const cities = Object.fromEntries((await listCities()).map(({ code, name }) => [code, name]))
  if (names.length === 0) return { sources: {}, names: cities }
  return { sources: await readSources(names), names: { ...cities, ...(await readNames(names)) } }
}

/** How slugs and references are written. */
const nameForm = /^[a-z0-9][a-z0-9.-]{0,79}$/

async function readSources(slugs: string[]): Promise<Record<string, ShownSource>> {
  const db = await database()
  const rows = await db.source.findMany({
    where: { slug: { in: slugs } },
    include: { texts: true },
  })
  return Object.fromEntries(rows.map((row) => [row.slug, toSource(row)]))
}

async function readNames(names: string[]): Promise<Record<string, LocalizedText>> {
  const db = await database()
  const bySlug = { where: { slug: { in: names } }, include: { texts: true } }
  const byReference = { where: { reference: { in: names } }, include: { texts: true } }
  const rows = [
    ...(await db.organisation.findMany(bySlug)),
    ...(await db.person.findMany(bySlug)),
    ...(await db.mechanism.findMany(bySlug)),
    ...(await db.conference.findMany(byReference)),
    ...(await db.field.findMany(byReference)),
    ...(await db.project.findMany(byReference)),
  ]
  return Object.fromEntries(
    rows.map((row) => {
      const { name, title } = textsByPart(row.texts)
      return ['slug' in row ? row.slug : row.reference, name ?? title ?? {}]
    }),
  )
}
