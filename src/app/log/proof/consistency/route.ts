import { readInput, unsigned } from '@/app/log/input'
import { consistencyInput } from '@/features/register/log/checkpoints/input'
import { proveConsistency, signedSize } from '@/features/register/log/checkpoints/queries/proofs'
import { answeredJson, preflight, problem, queryOf } from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The proof that the log of one size is the beginning of the log of another. */
export async function GET(request: Request): Promise<Response> {
  const input = readInput(consistencyInput, queryOf(request))
  if (!input.ok) return input.answer
  const signed = await signedSize()
  if (signed === 0) return unsigned()
  const { from, to = signed } = input.value
  if (Math.max(from, to) > signed) {
    return problem(404, 'Not signed yet', `The last checkpoint covers ${signed} entries.`)
  }
  if (from > to) return problem(400, 'Bad request', 'from is greater than to.')
  const tag = `consistency-${from}-${to}`
  return answeredJson(request, await proveConsistency(from, to), {
    keep: input.value.to ? 'fixed' : 'latest',
    tag,
  })
}
