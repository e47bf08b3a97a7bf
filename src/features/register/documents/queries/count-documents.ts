import 'server-only'
import { listCities } from '@/features/register/cities/queries'
import { listAlternatives } from '@/features/register/glossary/queries'
import { textsByPart } from '@/features/register/texts/model/text'
import { database } from '@/server/database/database'
import type { DocumentFilter } from '../input'
import type { DocumentFacets, DocumentTotals } from '../model'
import { conditionsOf } from './conditions'

/** The values of each filter, each counted with the other filters applied; values that would leave nothing are left out. */
export async function countFilterValues(filter: DocumentFilter): Promise<DocumentFacets> {
  const db = await database()
  const alternatives = filter.q ? await listAlternatives() : []
  const [byState, byKind, byCounted, byItemised] = [
    await db.document.groupBy({
      by: ['state'],
      where: conditionsOf(filter, alternatives, 'state'),
      _count: true,
      orderBy: { state: 'asc' },
    }),
    await db.document.groupBy({
      by: ['kind'],
      where: conditionsOf(filter, alternatives, 'kind'),
      _count: true,
      orderBy: { kind: 'asc' },
    }),
    await db.document.groupBy({
      by: ['counted'],
      where: conditionsOf(filter, alternatives, 'counted'),
      _count: true,
      orderBy: { counted: 'asc' },
    }),
    await db.document.groupBy({
      by: ['itemised'],
      where: conditionsOf(filter, alternatives, 'itemised'),
      _count: true,
      orderBy: { itemised: 'desc' },
    }),
  ]
  const inConference = conditionsOf(filter, alternatives, 'conference')
  const conferences = await db.conference.findMany({
    where: { documents: { some: inConference } },
    include: {
      texts: true,
      _count: { select: { documents: { where: inConference } } },
    },
    orderBy: { number: 'desc' },
  })
  const inField = conditionsOf(filter, alternatives, 'field')
  const fields = await db.field.findMany({
    where: { documents: { some: inField } },
    include: {
      texts: true,
      _count: { select: { documents: { where: inField } } },
    },
    orderBy: [{ conference: { number: 'desc' } }, { number: 'asc' }],
  })
  const byParty = conditionsOf(filter, alternatives, 'party')
  const parties = await db.organisation.findMany({
    where: { parties: { some: { document: byParty } } },
    include: {
      texts: true,
      _count: { select: { parties: { where: { document: byParty } } } },
    },
    orderBy: [{ side: 'asc' }, { slug: 'asc' }],
  })
  const bySide: DocumentFacets['side'] = []
  for (const { code: side, name: text } of await listCities()) {
    const onSide = { parties: { some: { organisation: { side } } } }
    const count = await db.document.count({
      where: { AND: [conditionsOf(filter, alternatives, 'side'), onSide] },
    })
    if (count > 0) bySide.push({ value: side, text, count })
  }
  return {
    conference: conferences.map(({ reference, texts, _count }) => ({
      value: reference,
      count: _count.documents,
      text: textsByPart(texts).name ?? {},
    })),
    field: fields.map(({ reference, texts, _count }) => ({
      value: reference,
      count: _count.documents,
      text: textsByPart(texts).name ?? {},
    })),
    party: parties.map(({ slug, texts, _count }) => ({
      value: slug,
      count: _count.parties,
      text: textsByPart(texts).name ?? {},
    })),
    side: bySide,
    state: byState.map(({ state, _count }) => ({
      value: state,
      count: _count,
    })),
    kind: byKind.flatMap(({ kind, _count }) => (kind ? [{ value: kind, count: _count }] : [])),
    counted: byCounted.map(({ counted, _count }) => ({
      value: counted,
      count: _count,
    })),
    itemised: byItemised.map(({ itemised, _count }) => ({
      value: itemised ? 'yes' : 'no',
      count: _count,
    })),
  }
}

/** For each conference of which documents are held, newest first: announced, itemised, not itemised, beside. */
export async function documentTotals(): Promise<DocumentTotals[]> {
  const db = await database()
  const conferences = await db.conference.findMany({
    where: { documents: { some: {} } },
    include: {
      texts: true,
      announcements: { where: { kind: 'documents' } },
      documents: { select: { itemised: true, counted: true } },
    },
    orderBy: { number: 'desc' },
  })
  return conferences.map(({ reference, texts, announcements, documents }) => {
    const inNumber = documents.filter(({ counted }) => counted === 'yes' || counted === 'presumed')
    return {
      conference: reference,
      name: textsByPart(texts).name ?? {},
      announced: announcements[0]?.number ?? null,
      itemised: inNumber.filter(({ itemised }) => itemised).length,
      notItemised: inNumber.filter(({ itemised }) => !itemised).length,
      beside: documents.length - inNumber.length,
    }
  })
}
