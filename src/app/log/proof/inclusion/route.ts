import { readInput, unsigned } from '@/app/log/input'
import { inclusionInput } from '@/features/register/log/checkpoints/input'
import { proveInclusion, signedSize } from '@/features/register/log/checkpoints/queries/proofs'
import { answeredJson, preflight, problem, queryOf } from '@/server/http/answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = preflight

/** The proof that an entry is in the log of a size. */
export async function GET(request: Request): Promise<Response> {
  const input = readInput(inclusionInput, queryOf(request))
  if (!input.ok) return input.answer
  const signed = await signedSize()
  if (signed === 0) return unsigned()
  const { entry, size = signed } = input.value
  if (size > signed) {
    return problem(404, 'Not signed yet', `The last checkpoint covers ${signed} entries.`)
  }
  if (entry > size) {
    return problem(400, 'Bad request', `entry ${entry} is not among the first ${size} entries.`)
  }
  const tag = `inclusion-${entry}-${size}`
  return answeredJson(request, await proveInclusion(entry, size), {
    keep: input.value.size ? 'fixed' : 'latest',
    tag,
  })
}
