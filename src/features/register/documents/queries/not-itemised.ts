import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { differenceOf } from '@/features/register/subjects/queries/difference'
import { database } from '@/server/database/database'
import { type DocumentFilter, outside } from '../input'
import { documentCondition } from './condition'

/**
 * How many announced documents could answer to a filter as well, because no source we have names them: the
 * difference between what was announced and what is itemised, less the slots that the answer counts already.
 */
export async function countDocumentsNotItemised(filter: DocumentFilter): Promise<number> {
  if (filter.conference === outside) return 0
  const difference = await differenceOf('documents', filter)
  if (difference === 0 || filter.itemised === 'yes') return difference
  const db = await database()
  const alternatives = filter.q ? await listAlternatives() : []
  const where = documentCondition({ ...filter, itemised: 'no' }, alternatives)
  return Math.max(0, difference - (await db.document.count({ where })))
}
