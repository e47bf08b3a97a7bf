import 'server-only'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { writeMails } from '@/server/mail/outbox'
import { dueDigest } from '../model'
import { listDigests } from '../queries/digests'

/**
 * Writes the week's digests, from Monday at nine in the morning in Hong Kong on, once: the week is noted in
 * the transaction that writes them, so that of several servers one writes, and a server that was down on
 * Monday makes up for it. Whoever had nothing waiting for them then hears nothing that week.
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
