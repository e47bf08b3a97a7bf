import 'server-only'
import { cache } from 'react'
import { byName, bySlug } from '@/features/register/texts/model/called'
import { isoDay } from '@/i18n/formats'
import { database } from '@/server/database/database'
import { toCity, withCity } from '../cities/queries'
import { listDocumentsWhere } from '../documents/queries/list-documents'
import type { PersonItem, ShownPerson } from './model'

/** Everybody who signed a document or chaired a conference, by slug. */
export async function listPersons(): Promise<PersonItem[]> {
  const db = await database()
  const rows = await db.person.findMany({
    where: { OR: [{ signed: { some: {} } }, { chaired: { some: {} } }] },
    include: { texts: true, _count: { select: { signed: true, chaired: true } } },
    orderBy: { slug: 'asc' },
  })
  return rows.map((row) => ({
    ...bySlug(row),
    documents: row._count.signed,
    chaired: row._count.chaired,
  }))
}

/** A person with the documents they signed and the conferences they chaired, newest first; null when there is none of this slug. Read once per request: title and page ask alike. */
export const findPerson = cache(async (slug: string): Promise<ShownPerson | null> => {
  const db = await database()
  const row = await db.person.findUnique({
    where: { slug },
    include: {
      texts: true,
      chaired: {
        include: { conference: { include: { texts: true } }, city: withCity },
        orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }],
      },
    },
  })
  if (!row) return null
  return {
    ...bySlug(row),
    documents: await listDocumentsWhere({ signatories: { some: { person: { slug } } } }),
    chaired: row.chaired.map(({ conference, city }) => ({
      ...byName(conference),
      heldOn: isoDay(conference.heldOn),
      city: toCity(city),
    })),
  }
})
