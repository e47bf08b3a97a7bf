import 'server-only'
import {
  documentStates,
  type ItemState,
  projectStates,
} from '@/features/register/states/model/states'
import { textsByPart } from '@/features/register/texts/model/text'
import type { LocalizedText } from '@/i18n/localized-text'
import type { Database } from '@/server/database/database'
import { type ItemFilter, itemFilter } from '../input/item-filter'
import type { ItemCondition } from './charge'
import { itemConditions, type Situation } from './item-conditions'

/** How many items there would be with each value of each filter, the other filters as they are. */
export type ItemCounts = {
  state: { value: ItemState; count: number }[]
  /** The fields that have any of the officer's items. */
  field: { value: string; name: LocalizedText; count: number }[]
  kind: { project: number; document: number }
  news: { none: number }
  texts: { stale: number }
  slots: { itemised: number; only: number }
}

/** The counts beside the filters of `listItems`. */
export async function countItems(
  db: Database,
  filter: ItemFilter,
  situation: Situation,
): Promise<ItemCounts> {
  const having = (change: ItemFilter, key: keyof ItemFilter) =>
    itemConditions({ ...itemFilter.without(filter, key), ...change }, situation)
  const count = (change: ItemFilter, key: keyof ItemFilter) => countOf(db, having(change, key))
  return {
    state: await countStates(db, having({}, 'state')),
    field: await countFields(db, having({}, 'field'), situation.charge),
    kind: {
      project: await count({ kind: 'project' }, 'kind'),
      document: await count({ kind: 'document' }, 'kind'),
    },
    news: { none: await count({ news: 'none' }, 'news') },
    texts: { stale: await count({ texts: 'stale' }, 'texts') },
    slots: {
      itemised: await count({}, 'slots'),
      only: await count({ slots: 'only' }, 'slots'),
    },
  }
}

/** How many items meet a condition. */
export async function countOf(db: Database, { project, document }: ItemCondition): Promise<number> {
  return (
    (await db.project.count({ where: project })) + (await db.document.count({ where: document }))
  )
}

async function countStates(db: Database, { project, document }: ItemCondition) {
  const rows = [
    ...(await db.project.groupBy({ by: ['state'], where: project, _count: true })),
    ...(await db.document.groupBy({ by: ['state'], where: document, _count: true })),
  ]
  return [...new Set([...projectStates, ...documentStates])].map((value) => ({
    value,
    count: rows.filter(({ state }) => state === value).reduce((sum, { _count }) => sum + _count, 0),
  }))
}

async function countFields(db: Database, condition: ItemCondition, charge: ItemCondition) {
  const rows = await db.field.findMany({
    where: {
      OR: [{ projects: { some: charge.project } }, { documents: { some: charge.document } }],
    },
    include: {
      texts: { where: { part: 'name' } },
      _count: {
        select: {
          projects: { where: condition.project },
          documents: { where: condition.document },
        },
      },
    },
    orderBy: [{ conference: { heldOn: 'desc' } }, { conferenceId: 'asc' }, { number: 'asc' }],
  })
  return rows.map(({ reference, texts, _count }) => ({
    value: reference,
    name: textsByPart(texts).name ?? {},
    count: _count.projects + _count.documents,
  }))
}
