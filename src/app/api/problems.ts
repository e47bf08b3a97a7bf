import type { RequestError } from '@/features/outlets/api/input'
import type { Problem } from '@/features/outlets/api/model/answers'
import {
  allowedMethods,
  type ProblemKind,
  problemOf,
} from '@/features/outlets/api/model/json-schema'
import { environment } from '@/server/environment'

/** The API is for everyone's programs, on any site. */
export const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'X-Robots-Tag': 'noindex',
}

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
  const { status } = body
  return new Response(request.method === 'HEAD' ? null : `${JSON.stringify(body)}\n`, {
    status,
    headers: {
      ...open,
      ...(status === 405 ? { Allow: allowedMethods } : {}),
      'Cache-Control': 'no-store',
      'Content-Type': 'application/problem+json',
    },
  })
}
