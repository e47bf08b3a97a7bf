import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayAnswer, mayWrite } from '@/features/desk/officers/policy'
import { readItems } from '@/features/desk/round/statements/queries/items'
import {
  type ListedSubmission,
  toListed,
  withPeople,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { database } from '@/server/database/database'

/** What officers of the other side have submitted as said by both, and this officer may answer; the oldest first. */
export async function listToAgree(officer: Officer): Promise<ListedSubmission[]> {
  if (!mayWrite(officer)) return []
  const db = await database()
  const rows = await db.submission.findMany({
    where: {
      kind: 'statement',
      state: { in: ['submitted', 'awaiting_side'] },
      agreedById: null,
      content: { path: ['assertedBy'], equals: 'both_sides' },
      author: { side: { not: officer.side } },
    },
    include: withPeople,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  })
  const items = await readItems(
    db,
    rows.flatMap(({ subjectReference }) => subjectReference ?? []),
  )
  const asked = rows.filter(({ subjectReference, author }) => {
    const item = items.get(subjectReference ?? '')
    if (!item) return false
    const sides = item.live.sides.map(({ code }) => code)
    return mayAnswer(officer, { fields: item.fields, sides, authorSide: author.side })
  })
  return toListed(db, asked)
}
