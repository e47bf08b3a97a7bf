import 'server-only'
import type { City } from '@/features/register/cities/model'
import { sidesOf, withSides } from '@/features/register/cities/queries'
import { findRevision } from '@/features/register/log/queries/revisions'
import { toSource } from '@/features/register/sources/queries'
import { database } from '@/server/database/database'
import { type Cited, type CitedKind, citationsIn } from '../model/cited'

/** The latest revision of an item, a development or a source, as it is cited; null for an unknown reference. */
export async function findCited(kind: CitedKind, reference: string): Promise<Cited | null> {
  const db = await database()
  const record = await findRevision({ kind, reference })
  if (!record) return null
  const sources = await db.source.findMany({
    where: {
      slug: {
        in: kind === 'source' ? [reference] : citationsIn(kind, record).map(({ source }) => source),
      },
    },
    include: { texts: true },
  })
  return {
    kind,
    record,
    publishers: Object.fromEntries(sources.map((row) => [row.slug, toSource(row)])),
    sides: await findSides(kind, reference),
  }
}

/** The two sides of an item's mechanism, in its order; others have none. */
async function findSides(kind: CitedKind, reference: string): Promise<City[]> {
  const db = await database()
  const where = { reference }
  if (kind === 'project') {
    const include = { conference: { include: { mechanism: withSides } } } as const
    const project = await db.project.findUniqueOrThrow({ where, include })
    return sidesOf(project.conference.mechanism)
  }
  if (kind === 'document') {
    const include = { mechanism: withSides } as const
    return sidesOf((await db.document.findUniqueOrThrow({ where, include })).mechanism)
  }
  return []
}
