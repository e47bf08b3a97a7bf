import { latestCheckpoint } from '@/features/register/log/checkpoints/queries/checkpoints'
import { answered, preflight } from '@/server/http/answer'
import { unsigned } from '../input'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The last checkpoint as the signed note alone (C2SP tlog-checkpoint), to keep. */
export async function GET(request: Request): Promise<Response> {
  const checkpoint = await latestCheckpoint()
  if (!checkpoint) return unsigned()
  const { note, number } = checkpoint
  const type = 'text/plain; charset=utf-8'
  return answered(request, note, { type, keep: 'latest', tag: `note-${number}` })
}
