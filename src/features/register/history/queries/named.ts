import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import type { ShownRevision } from '@/features/register/log/model'
import { nameOfSource, type ShownSource } from '@/features/register/sources/model'
import { toSource } from '@/features/register/sources/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'

/** What the log names by slug or code: the sources that revisions rest on, organisations, persons, and every city. */
export type Named = {
  sources: Record<string, ShownSource>
  names: Record<string, LocalizedText>
}

/** The sources, organisations and persons that revisions speak of, by slug. */
export async function readNamed(
  revisions: readonly Pick<ShownRevision, 'changes' | 'citations'>[],
): Promise<Named> {
  const slugs = slugsIn(revisions.map(({ changes, citations }) => ({ changes, citations })))
  const cities = Object.fromEntries((await listCities()).map(({ code, name }) => [code, name]))
  if (slugs.length === 0) return { sources: {}, names: cities }
  return { sources: await readSources(slugs), names: { ...cities, ...(await readNames(slugs)) } }
}

/** What they speak of in words, by slug: a source by its publisher, day and title. */
export async function readWords(
  revisions: readonly Pick<ShownRevision, 'changes' | 'citations'>[],
): Promise<Record<string, LocalizedText>> {
  const { sources, names } = await readNamed(revisions)
  const ofSources = Object.entries(sources).map(([slug, source]) => [slug, nameOfSource(source)])
  return { ...names, ...Object.fromEntries(ofSources) }
}

/** Every string in it that could be a slug. */
function slugsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z0-9][a-z0-9-]{0,79}$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(slugsIn))]
}

async function readSources(slugs: string[]): Promise<Record<string, ShownSource>> {
  const db = await database()
  const rows = await db.source.findMany({
    where: { slug: { in: slugs } },
    include: { texts: true },
  })
  return Object.fromEntries(rows.map((row) => [row.slug, toSource(row)]))
}

async function readNames(slugs: string[]): Promise<Record<string, LocalizedText>> {
  const db = await database()
  const asked = { where: { slug: { in: slugs } }, include: { texts: true } }
  const rows = [...(await db.organisation.findMany(asked)), ...(await db.person.findMany(asked))]
  return Object.fromEntries(rows.map(({ slug, texts }) => [slug, textsByPart(texts).name ?? {}]))
}
