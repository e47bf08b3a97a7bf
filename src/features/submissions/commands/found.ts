import 'server-only'
import { database } from '../../../server/database/database'
import { statementInput } from '../input'

/** Somebody else decided on the submission in the meantime. */
export class AlreadyDecided extends Error {}

/** A submission with its author and its statement; null when there is none. */
export async function findWithAuthor(id: string) {
  const db = await database()
  const row = await db.submission.findUnique({ where: { id }, include: { author: true } })
  return row && { ...row, statement: statementInput.parse(row.content) }
}

/** Whether nothing can be done with it any more. */
export function isDecided(state: string): boolean {
  return state !== 'submitted'
}
