import 'server-only'
import { listAlternatives } from '@/features/register/glossary/queries'
import { database } from '@/server/database/database'
import type { ProjectFilter } from '../input'
import { projectCondition } from './condition'

/** How many of what a filter asks for have no state known for the day shown, and how many of these are slots. */
export async function countUnknown(
  filter: ProjectFilter,
): Promise<{ count: number; slots: number }> {
  const db = await database()
  const alternatives = filter.q ? await listAlternatives() : []
  const rows = await db.project.groupBy({
    by: ['itemised', 'state'],
    where: projectCondition(filter, alternatives),
    _count: true,
  })
  // Of a day, a state may be null: the column itself takes none.
  const unknown = rows.filter(({ state }) => state === null)
  const countOf = (counted: typeof rows) => counted.reduce((sum, row) => sum + row._count, 0)
  return {
    count: countOf(unknown),
    slots: countOf(unknown.filter(({ itemised }) => !itemised)),
  }
}
