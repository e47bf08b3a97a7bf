import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { database } from '@/server/database/database'
import type { ProjectFilter } from '../input'
import { projectCondition } from './condition'

/**
 * How many announced projects could answer to a filter as well, because their text is not held: the slots of the
 * conference asked for, or of all, that the answer does not count already.
 */
export async function countProjectsNotItemised(filter: ProjectFilter): Promise<number> {
  const db = await database()
  const { conference } = filter
  const slots = await db.project.count({
    where: { itemised: false, ...(conference ? { conference: { reference: conference } } : {}) },
  })
  if (slots === 0 || filter.itemised === 'yes') return slots
  const alternatives = filter.q ? await listAlternatives() : []
  const where = projectCondition({ ...filter, itemised: 'no' }, alternatives)
  return slots - (await db.project.count({ where }))
}
