import { type Named, type Names, withSourceNames } from '../model/names'
import 'server-only'
import type { ShownRevision } from '@/features/register/log/model'
import type { ShownSource } from '@/features/register/sources/model'
import { toSource } from '@/features/register/sources/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'

/** The sources, organisations and persons that revisions speak of, by slug. */
export async function readNamed(
  revisions: readonly Pick<ShownRevision, 'changes' | 'citations'>[],
): Promise<Named> {
  const slugs = slugsIn(revisions.map(({ changes, citations }) => ({ changes, citations })))
  if (slugs.length === 0) return { sources: {}, names: {} }
  return { sources: await readSources(slugs), names: await readNames(slugs) }
}

/** What they speak of in words, by slug: a source by its publisher, day and title. */
export async function readWords(
  revisions: readonly Pick<ShownRevision, 'changes' | 'citations'>[],
): Promise<Names> {
  return withSourceNames(await readNamed(revisions))
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
