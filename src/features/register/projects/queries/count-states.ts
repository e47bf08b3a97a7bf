import 'server-only'
import { type ProjectState, projectStates } from '@/features/register/states/model/states'
import { database } from '@/server/database/database'

/** How many itemised projects of a conference stand in each state; every state, in order. */
export async function countStates(
  conferenceReference: string,
): Promise<{ state: ProjectState; count: number }[]> {
  const db = await database()
  const rows = await db.project.groupBy({
    by: ['state'],
    where: { itemised: true, conference: { reference: conferenceReference } },
    _count: true,
  })
  return projectStates.map((state) => ({
    state,
    count: rows.find((row) => row.state === state)?._count ?? 0,
  }))
}
