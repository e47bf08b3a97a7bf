import 'server-only'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { writeMails } from '@/server/mail/outbox'
import { dueDigest } from '../model'
import { listDigests } from '../queries/digests'

/**
 * Writes the week's digests once, from Monday nine o'clock in Hong Kong on. The week is recorded in the
 * transaction that writes them, so that of several servers only one does, and a server that was down on
 * Monday catches up. An officer for whom nothing waits then gets no digest that week.
 */
export async function writeDigests(): Promise<void> {
  const due = dueDigest(now())
  if (!due) return
  const { week, since } = due
  const db = await database()
  if (await db.digestWeek.findUnique({ where: { week } })) return
  const digests = await listDigests(since)
  await db.$transaction(async (tx) => {
    const { count } = await tx.digestWeek.createMany({
      data: [{ week, writtenAt: now() }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await writeMails(
      tx,
      digests.map(({ officerId, detail }) => ({
        key: `digest:${officerId}:${week}`,
        officerId,
        kind: 'digest' as const,
        detail,
      })),
    )
  })
}
