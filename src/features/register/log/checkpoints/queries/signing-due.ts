import 'server-only'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { checkpointInterval } from '../model/checkpoint'

/** Whether there is something to sign, asked without a lock: it is asked every few seconds. */
export async function isSigningDue(): Promise<boolean> {
  const db = await database()
  const last = await db.checkpoint.findFirst({
    orderBy: { number: 'desc' },
    select: { size: true, signedAt: true },
  })
  const head = await db.revision.aggregate({ _max: { number: true } })
  const isOld = last && now().getTime() - last.signedAt.getTime() >= checkpointInterval
  return (head._max.number ?? 0) !== (last?.size ?? 0) || isOld === true
}
