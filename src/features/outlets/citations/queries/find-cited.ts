import 'server-only'
import { sidesOf, withSides } from '@/features/register/cities/queries'
import { findRevision } from '@/features/register/log/queries/revisions'
import { database } from '@/server/database/database'
import type { Cited, CitedKind } from '../model/cited'

const ofConference = { conference: { include: { mechanism: withSides } } } as const

/** The latest revision of an item, as it is cited; null for an unknown reference. */
export async function findCited(kind: CitedKind, reference: string): Promise<Cited | null> {
  const db = await database()
  const record = await findRevision({ kind, reference })
  const where = { reference }
  const item =
    kind === 'project'
      ? await db.project.findUnique({ where, include: ofConference })
      : await db.document.findUnique({ where, include: ofConference })
  if (!record || !item) return null
  const cited = record.snapshot.statement?.citations ?? []
  const sources = await db.source.findMany({
    where: { slug: { in: cited.map(({ source }) => source) } },
    select: { slug: true, publisher: true },
  })
  return {
    kind,
    record,
    publishers: Object.fromEntries(sources.map(({ slug, publisher }) => [slug, publisher])),
    sides: sidesOf(item.conference.mechanism),
  }
}
