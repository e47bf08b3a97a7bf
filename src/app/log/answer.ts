import type { z } from 'zod'

/** The log and the lists are for everyone's programs, on any site. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
  'X-Robots-Tag': 'noindex',
}

/** What never changes once it is signed may be kept for a day; the rest is asked for again each time. */
const keeping = { fixed: 'public, max-age=86400', latest: 'no-cache' }

type Kept = {
  keep: keyof typeof keeping
  /** What tells one state of the answer from another. */
  tag: string
}

/** `304` where the asker has what would be answered; null where it is to be written. */
export function unchanged(request: Request, { keep, tag }: Kept): Response | null {
  const has = isKnown(request, `"${tag}"`, '*')
  return has ? new Response(null, { status: 304, headers: headersOf({ keep, tag }) }) : null
}

/**
 * Whether the asker has what an entity tag stands for already.
 * @param any what else stands for every tag.
 */
export function isKnown(request: Request, tag: string, any?: '*'): boolean {
  const weak = (one: string) => one.trim().replace(/^W\//, '')
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(weak)
  return known.includes(weak(tag)) || (any !== undefined && known.includes(any))
}

const headersOf = ({ keep, tag }: Kept) => ({
  ...open,
  ETag: `"${tag}"`,
  'Cache-Control': keeping[keep],
})

/** A body, or `304` where the asker has it. */
export function answered(
  request: Request,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { type, file, ...kept }: Kept & { type: string; file?: string },
): Response {
  const known = unchanged(request, kept)
  if (known) {
    if (body instanceof ReadableStream) void body.cancel()
    return known
  }
  const disposition = file ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}
  return new Response(body, {
    headers: { ...headersOf(kept), ...disposition, 'Content-Type': type },
  })
}

/** JSON that a program reads. */
export function answeredJson(request: Request, value: unknown, kept: Kept): Response {
  return answered(request, `${JSON.stringify(value)}\n`, { ...kept, type: 'application/json' })
}

/** What is wrong with a request, or missing: RFC 9457. */
export function problem(status: 400 | 404 | 503, title: string, detail: string): Response {
  return Response.json(
    { type: 'about:blank', title, status, detail },
    {
      status,
      headers: {
        ...open,
        'Cache-Control': 'no-store',
        'Content-Type': 'application/problem+json',
      },
    },
  )
}

/** Before there is a checkpoint there is no signed log. */
export const unsigned = () =>
  problem(503, 'Not signed yet', 'The log has no checkpoint yet. Please try again in a minute.')

/** What the address asks for, or the answer that says which part of it is wrong. */
export function asked<Schema extends z.ZodType>(
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

/** The query of an address; of a name given twice, the last. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

/** What another site's page asks before it asks with a header of its own. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...open,
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
}
