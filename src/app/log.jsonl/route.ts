import { latestCheckpoint } from '@/features/register/log/checkpoints/queries/checkpoints'
import { streamEntries } from '@/features/register/log/checkpoints/queries/proofs'
import { answered, preflight } from '@/server/http/answer'
import { streamed } from '@/server/http/streamed'
import { unsigned } from '../log/input'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The whole log as far as it is signed: one canonical entry a line. */
export async function GET(request: Request): Promise<Response> {
  const last = await latestCheckpoint()
  if (!last) return unsigned()
  return answered(request, streamed(lines(last.size)), {
    type: 'application/jsonl; charset=utf-8',
    keep: 'latest',
    tag: `log-${last.size}`,
    file: 'log.jsonl',
  })
}

async function* lines(size: number): AsyncGenerator<string> {
  for await (const entries of streamEntries(size)) yield `${entries.join('\n')}\n`
}
