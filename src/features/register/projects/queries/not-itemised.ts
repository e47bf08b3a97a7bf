import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { differenceOf } from '@/features/register/subjects/queries/difference'
import { database } from '@/server/database/database'
import type { ProjectFilter } from '../input'
import { projectCondition } from './condition'

/**
 * How many announced projects could answer to a filter as well, because their text is not held: the difference
 * between what was announced and what is itemised, less the slots that the answer counts already.
 */
export async function countProjectsNotItemised(filter: ProjectFilter): Promise<number> {
  const difference = await differenceOf('projects', filter)
  if (difference === 0 || filter.itemised === 'yes') return difference
  const db = await database()
  const alternatives = filter.q ? await listAlternatives() : []
  const where = projectCondition({ ...filter, itemised: 'no' }, alternatives)
  return Math.max(0, difference - (await db.project.count({ where })))
}
