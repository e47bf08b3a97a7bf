import { readInput } from '@/app/log/input'
import { entryInput } from '@/features/register/log/checkpoints/input'
import { leafHash } from '@/features/register/log/checkpoints/model/tree'
import { findEntry } from '@/features/register/log/checkpoints/queries/proofs'
import { answered, preflight, problem } from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** One entry, in the very bytes that are signed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const input = readInput(entryInput, await params)
  if (!input.ok) return input.answer
  const { number } = input.value
  const text = await findEntry(number)
  if (text === null) {
    return problem(404, 'No such entry', `No checkpoint covers an entry ${number}.`)
  }
  return answered(request, text, {
    type: 'application/json',
    keep: 'fixed',
    tag: leafHash(text).toString('base64url'),
    file: `entry-${number}.json`,
  })
}
