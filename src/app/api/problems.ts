import type { RequestError } from '@/features/outlets/api/input'
import type { Problem } from '@/features/outlets/api/model/answers'
import {
  allowedMethods,
  type ProblemKind,
  problemOf,
} from '@/features/outlets/api/model/json-schema'
import { environment } from '@/server/environment'
import { problemAnswered } from '@/server/http/answer'

/** What pages of other sites may read of an answer's headers. */
export const exposing = { 'Access-Control-Expose-Headers': 'ETag, Link' }

/** What is wrong with a request, or missing: RFC 9457. */
export function problemAnswer(
  request: Request,
  kind: ProblemKind,
  detail: string,
  errors?: RequestError[],
): Response {
  const { pathname, search } = new URL(request.url)
  const instance = `${pathname}${search}`
  const body: Problem = problemOf(kind, { base: environment().BASE_URL, detail, instance, errors })
  const headers = { ...exposing, ...(body.status === 405 ? { Allow: allowedMethods } : {}) }
  return problemAnswered(body, { headers, isHead: request.method === 'HEAD' })
}
