import 'server-only'
import { database } from '@/server/database/database'
import { type MailKind, type MailProblem, type MailState, mailStates, readProblem } from '../model'

/** A mail as administrators see it: whose and how far, not what it says. Times are ISO. */
export type ListedMail = {
  id: string
  kind: MailKind
  to: { name: string; email: string }
  state: MailState
  route: 'smtp' | 'outbox' | null
  attempts: number
  /** When it is to be tried next; null for one that is not waiting. */
  nextAttemptAt: string | null
  createdAt: string
  sentAt: string | null
  problem: MailProblem | null
}

/** So many of the latest are listed. */
const mostListed = 50

/** The latest mails, the newest first, of one state or of all; and how many there are of each. */
export async function listMails(
  state: MailState | null,
): Promise<{ mails: ListedMail[]; counts: Record<MailState, number> }> {
  const db = await database()
  const rows = await db.mail.findMany({
    where: state ? { state } : {},
    include: { officer: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
  })
  const groups = await db.mail.groupBy({ by: ['state'], _count: true })
  const counted = new Map(groups.map((group) => [group.state, group._count]))
  return {
    mails: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      to: row.officer,
      state: row.state,
      route: row.route,
      attempts: row.attempts,
      nextAttemptAt: row.state === 'waiting' ? row.nextAttemptAt.toISOString() : null,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      problem: readProblem(row.lastError),
    })),
    counts: Object.fromEntries(
      mailStates.map((state) => [state, counted.get(state) ?? 0]),
    ) as Record<MailState, number>,
  }
}
