import {
  latestCheckpoint,
  listLogKeys,
} from '@/features/register/log/checkpoints/queries/checkpoints'
import { answeredJson, preflight } from '@/server/http/answer'
import { unsigned } from '../input'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The last checkpoint. Its `note` is what is signed, with the signature. */
export async function GET(request: Request): Promise<Response> {
  const checkpoint = await latestCheckpoint()
  if (!checkpoint) return unsigned()
  const { origin } = await listLogKeys()
  const tag = `checkpoint-${checkpoint.number}`
  return answeredJson(request, { origin, ...checkpoint }, { keep: 'latest', tag })
}
