import { listLogKeys } from '@/features/register/log/checkpoints/queries/checkpoints'
import { answeredJson, preflight } from '@/server/http/answer'
import { unsigned } from '../input'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The public halves of the keys, in order, each with the note by which the one before introduces it. */
export async function GET(request: Request): Promise<Response> {
  const held = await listLogKeys()
  if (held.keys.length === 0) return unsigned()
  return answeredJson(request, held, { keep: 'latest', tag: `keys-${held.keys.length}` })
}
