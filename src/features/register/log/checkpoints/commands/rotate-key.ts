import 'server-only'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import type { Outcome } from '@/server/outcome'
import { rotationText, signNote } from '../model/note'
import { originOf } from '../queries/read-log'
import { heldKey, nextKey } from './key'
import { signHead } from './sign-head'

/**
 * Replaces the signing key and adds the new one to the log's list of keys: the old key and the new one both
 * sign that the one follows the other, after which checkpoint.
 * @param secret 32 bytes in base64 where the keys are set by LOG_KEY; else null, and one is made in the data
 *   directory.
 *
 * Refused: `nothing_signed` (there is no key to follow), `no_key` (the present key is not on this server),
 * `same_key`, `altered` (the log is not what was signed: nothing more is signed over it).
 * @returns the new key's public half; the first checkpoint by it is made at once, where this server has it.
 */
export async function rotateLogKey(
  secret: string | null,
): Promise<
  Outcome<
    { number: number; verifier: string },
    { reason: 'nothing_signed' | 'no_key' | 'same_key' | 'altered' }
  >
> {
  const db = await database()
  // The old key signs what is still unsigned, which also checks that the log is unaltered.
  const signed = await signHead()
  if (!signed.ok) return { ok: false, reason: signed.reason }
  const outcome = await db.$transaction(async (tx) => {
    await holdLog(tx)
    const keys = await tx.logKey.findMany({ orderBy: { number: 'asc' } })
    const current = keys.at(-1)
    if (!current) return { ok: false, reason: 'nothing_signed' } as const
    const origin = originOf(keys)
    const old = heldKey(origin, current.verifier)
    if (!old) return { ok: false, reason: 'no_key' } as const
    const next = nextKey(origin, secret)
    const { verifier } = next
    if (keys.some((key) => key.verifier === verifier))
      return { ok: false, reason: 'same_key' } as const
    const last = await tx.checkpoint.aggregate({ _max: { number: true } })
    const number = current.number + 1
    const since = now()
    const text = rotationText({
      origin,
      number,
      verifier,
      afterCheckpoint: last._max.number ?? 0,
      since: since.toISOString(),
    })
    const note = signNote(text, [old, next])
    await tx.logKey.create({ data: { number, verifier, since, note } })
    return { ok: true, number, verifier } as const
  })
  if (outcome.ok && !secret) heldKey(outcome.verifier.split('+')[0] ?? '', outcome.verifier)
  return outcome
}
