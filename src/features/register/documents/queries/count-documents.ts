import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import { listAlternatives } from '@/features/register/glossary/queries'
import { countFacets, type Facet } from '@/features/register/subjects/model/facets'
import { namedFacet } from '@/features/register/texts/model/called'
import { textsByPart } from '@/features/register/texts/model/text'
import { database } from '@/server/database/database'
import { type DocumentFilter, documentFilter, outside } from '../input'
import type { DocumentFacets, DocumentTotals } from '../model'
import { documentCondition } from './condition'

/** The values of each filter, each counted with the other filters applied; values that would leave nothing are left out. */
export async function countFilterValues(filter: DocumentFilter): Promise<DocumentFacets> {
  const db = await database()
  const alternatives = filter.q ? await listAlternatives() : []
  const name = { texts: { where: { part: 'name' as const } } }
  return countFacets(
    (key) => documentCondition(documentFilter.without(filter, key), alternatives),
    {
      conference: async (where) => {
        const rows = await db.conference.findMany({
          where: { documents: { some: where } },
          include: { ...name, _count: { select: { documents: { where } } } },
          orderBy: [{ number: 'desc' }, { reference: 'asc' }],
        })
        const alone = await db.document.count({ where: { AND: [where, { conferenceId: null }] } })
        return [
          ...rows.map((row) => namedFacet(row.reference, row.texts, row._count.documents)),
          ...(alone > 0 ? [{ value: outside, count: alone }] : []),
        ]
      },
      field: async (where) => {
        const rows = await db.field.findMany({
          where: { documents: { some: where } },
          include: { ...name, _count: { select: { documents: { where } } } },
          orderBy: [{ conference: { number: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
        })
        return rows.map((row) => namedFacet(row.reference, row.texts, row._count.documents))
      },
      state: async (where) => {
        const orderBy = { state: 'asc' } as const
        const rows = await db.document.groupBy({ by: ['state'], where, _count: true, orderBy })
        return rows.map(({ state, _count }) => ({ value: state, count: _count }))
      },
      itemised: async (where) => {
        const orderBy = { itemised: 'desc' } as const
        const rows = await db.document.groupBy({ by: ['itemised'], where, _count: true, orderBy })
        return rows.map(({ itemised, _count }) => ({
          value: itemised ? 'yes' : 'no',
          count: _count,
        }))
      },
      side: async (where) => {
        const facets: Facet[] = []
        for (const { code: side, name } of await listCities()) {
          const count = await db.document.count({
            where: { AND: [where, documentCondition({ side }, [])] },
          })
          if (count > 0) facets.push({ value: side, name, count })
        }
        return facets
      },
      party: async (where) => {
        const rows = await db.organisation.findMany({
          where: { parties: { some: { document: where } } },
          include: { ...name, _count: { select: { parties: { where: { document: where } } } } },
          orderBy: [{ side: 'asc' }, { slug: 'asc' }],
        })
        return rows.map((row) => namedFacet(row.slug, row.texts, row._count.parties))
      },
      kind: async (where) => {
        const orderBy = { kind: 'asc' } as const
        const rows = await db.document.groupBy({ by: ['kind'], where, _count: true, orderBy })
        return rows.flatMap(({ kind, _count }) => (kind ? [{ value: kind, count: _count }] : []))
      },
      counted: async (where) => {
        const orderBy = { counted: 'asc' } as const
        const rows = await db.document.groupBy({ by: ['counted'], where, _count: true, orderBy })
        return rows.map(({ counted, _count }) => ({ value: counted, count: _count }))
      },
    },
  )
}

/** How many documents signed outside a conference are held. */
export async function countOutside(): Promise<number> {
  const db = await database()
  return db.document.count({ where: { conferenceId: null } })
}

/** For each conference of which documents are held, newest first: announced, itemised, the difference, beside. */
export async function documentTotals(): Promise<DocumentTotals[]> {
  const db = await database()
  const conferences = await db.conference.findMany({
    where: { documents: { some: {} } },
    include: {
      texts: true,
      announcements: { where: { kind: 'documents' } },
      documents: { select: { itemised: true, counted: true } },
    },
    orderBy: [{ number: 'desc' }, { reference: 'asc' }],
  })
  return conferences.map(({ reference, texts, announcements, documents }) => {
    const inNumber = documents.filter(({ counted }) => counted === 'yes' || counted === 'presumed')
    const announced = announcements[0]?.number ?? null
    const itemised = inNumber.filter((document) => document.itemised).length
    return {
      conference: reference,
      name: textsByPart(texts).name ?? {},
      announced,
      itemised,
      difference: announced === null ? null : Math.max(0, announced - itemised),
      beside: documents.length - inNumber.length,
    }
  })
}
