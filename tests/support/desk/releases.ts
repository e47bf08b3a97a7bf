import type { Officer } from '@/features/desk/officers/model'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { database } from '@/server/database/database'
import { sendStatement } from './rounds'

/** A moment well ahead, its own for each test, so that no test releases what another has planned. */
let years = 2030
export const nextMoment = () => `${++years}-12-01T10:00`
export const at = (local: string) => new Date(`${local}:00+08:00`)

export const versionOf = async (reference: string) =>
  (await findItemToState(reference))?.live.version ?? 0

/** Approves statements on items, and more besides, for one release. @returns its id and its submissions, in order. */
export async function planned(
  reviewer: Officer,
  author: Officer,
  moment: string,
  references: readonly string[],
): Promise<{ release: string; ids: string[] }> {
  const ids: string[] = []
  let release = ''
  for (const reference of references) {
    const id = await sendStatement(author, reference)
    const chosen = release ? { releaseId: release } : { at: moment, title: '簽署儀式' }
    const version = await versionOf(reference)
    const outcome = await approveSubmission(reviewer, { id, version, release: chosen })
    if (!outcome.ok) throw new Error(`Not approved: ${outcome.reason}`)
    release = outcome.release
    ids.push(id)
  }
  return { release, ids }
}

/** How each of the submissions stands. */
export const statesOf = async (ids: readonly string[]) => {
  const rows = await (await database()).submission.findMany({ where: { id: { in: [...ids] } } })
  return ids.map((id) => rows.find((row) => row.id === id)?.state)
}
