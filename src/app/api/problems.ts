import type { RequestError } from '../../features/api/input'
import { type ProblemKind, problemKinds } from '../../features/api/model'
import type { Problem } from '../../features/api/resources/answers'
import { environment } from '../../server/environment'

/** The API is for everyone's programs, on any site. */
export const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'X-Robots-Tag': 'noindex',
}

/** The methods that are answered. */
export const allowed = 'GET, HEAD, OPTIONS'

/** What is wrong with a request, or missing: RFC 9457. */
export function problemAnswer(
  request: Request,
  kind: ProblemKind,
  detail: string,
  errors?: RequestError[],
): Response {
  const { status, title } = problemKinds[kind]
  const { pathname, search } = new URL(request.url)
  const body: Problem = {
    type: `${environment().BASE_URL}/developers#${kind}`,
    title,
    status,
    detail,
    instance: `${pathname}${search}`,
    ...(errors ? { errors } : {}),
  }
  return new Response(request.method === 'HEAD' ? null : `${JSON.stringify(body)}\n`, {
    status,
    headers: {
      ...open,
      ...(status === 405 ? { Allow: allowed } : {}),
      'Cache-Control': 'no-store',
      'Content-Type': 'application/problem+json',
    },
  })
}
