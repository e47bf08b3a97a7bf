import { checkpointsInput } from '@/features/register/log/checkpoints/input'
import type { ShownKey } from '@/features/register/log/checkpoints/model/checkpoint'
import {
  latestCheckpoint,
  listLogKeys,
  streamCheckpoints,
} from '@/features/register/log/checkpoints/queries/checkpoints'
import { answered, preflight, queryOf } from '@/server/http/answer'
import { streamed } from '@/server/http/streamed'
import { readInput, unsigned } from '../input'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** Every checkpoint in order, or those after one, with the keys: what the log is verified with. */
export async function GET(request: Request): Promise<Response> {
  const input = readInput(checkpointsInput, queryOf(request))
  if (!input.ok) return input.answer
  const { after } = input.value
  const last = await latestCheckpoint()
  if (!last) return unsigned()
  const body = streamed(written(await listLogKeys(), after, last.number))
  return answered(request, body, {
    type: 'application/json',
    keep: 'latest',
    tag: `checkpoints-${after}-${last.number}-${last.key}`,
    file: 'checkpoints.json',
  })
}

async function* written(
  { origin, keys }: { origin: string; keys: ShownKey[] },
  after: number,
  to: number,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ origin, keys }).slice(0, -1)},"checkpoints":[`
  let separator = '\n'
  for await (const checkpoints of streamCheckpoints(after, to)) {
    for (const checkpoint of checkpoints) {
      yield `${separator}${JSON.stringify(checkpoint)}`
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}
