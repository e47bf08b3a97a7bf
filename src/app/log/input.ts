import type { z } from 'zod'
import { problem } from '@/server/http/answer'

/** Before there is a checkpoint there is no signed log. */
export const unsigned = () =>
  problem(503, 'Not signed yet', 'The log has no checkpoint yet. Please try again in a minute.')

/** What the address asks for, or the answer that says which part of it is wrong. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
): { ok: true; value: z.infer<Schema> } | { ok: false; answer: Response } {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  const detail = parsed.error.issues
    .map(({ path, code, message }) =>
      code === 'invalid_type' ? `${path.join('.')} is missing.` : `${path.join('.')} ${message}.`,
    )
    .join(' ')
  return { ok: false, answer: problem(400, 'Bad request', detail) }
}
