import 'server-only'
import { cache } from 'react'
import { database } from '@/server/database/database'
import { toCity, withCity } from '../cities/queries'
import { listDocumentsWhere } from '../documents/queries/list-documents'
import { bySlug } from '../texts/model/called'
import type { OrganisationItem, ShownOrganisation } from './model'

/** Every organisation, by side, those with the most documents first. */
export async function listOrganisations(): Promise<OrganisationItem[]> {
  const db = await database()
  const rows = await db.organisation.findMany({
    include: { texts: true, _count: { select: { parties: true } } },
    orderBy: [{ side: 'asc' }, { parties: { _count: 'desc' } }, { slug: 'asc' }],
  })
  return rows.map((row) => ({ ...bySlug(row), side: row.side, documents: row._count.parties }))
}

/** An organisation with the documents it is a party to, newest first; null when there is none of this slug. Read once per request: title and page ask alike. */
export const findOrganisation = cache(async (slug: string): Promise<ShownOrganisation | null> => {
  const db = await database()
  const row = await db.organisation.findUnique({
    where: { slug },
    include: { texts: true, city: withCity },
  })
  if (!row) return null
  return {
    ...bySlug(row),
    side: row.side,
    city: toCity(row.city),
    documents: await listDocumentsWhere({ parties: { some: { organisation: { slug } } } }),
  }
})
