import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { database } from '@/server/database/database'
import { type DocumentFilter, outside } from '../input'
import { documentCondition } from './condition'

/**
 * How many announced documents could answer to a filter as well, because no source we have names them: the slots of
 * the conference asked for, or of all, that the answer does not count already.
 */
export async function countDocumentsNotItemised(filter: DocumentFilter): Promise<number> {
  const db = await database()
  const { conference } = filter
  if (conference === outside) return 0
  const slots = await db.document.count({
    where: { itemised: false, ...(conference ? { conference: { reference: conference } } : {}) },
  })
  if (slots === 0 || filter.itemised === 'yes') return slots
  const alternatives = filter.q ? await listAlternatives() : []
  const where = documentCondition({ ...filter, itemised: 'no' }, alternatives)
  return slots - (await db.document.count({ where }))
}
