/** Published data may be read by programs on any site. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag',
  'X-Robots-Tag': 'noindex',
}

/**
 * How long an answer may be cached. A day for what never changes once it is signed; the rest is revalidated
 * each time, because something may have been published. `shared` also allows proxies explicitly.
 */
const keeping = {
  fixed: 'public, max-age=86400',
  latest: 'no-cache',
  shared: 'public, no-cache',
}

export type Caching = {
  keep: keyof typeof keeping
  /** Identifies one state of the answer. */
  tag: string
  /** Whether the ETag is weak: it then stays valid when the answer is compressed on its way. */
  isWeak?: boolean
  /** Other headers of the answer. */
  headers?: Record<string, string>
}

const entityTag = ({ tag, isWeak = false }: Caching) => `${isWeak ? 'W/' : ''}"${tag}"`

const headersOf = (caching: Caching) => ({
  ...open,
  ETag: entityTag(caching),
  'Cache-Control': keeping[caching.keep],
  ...caching.headers,
})

/**
 * `304` where the client has the answer already; null where it has to be written.
 * @param any what else matches every tag; null where there may be nothing to answer with.
 */
export function unchanged(
  request: Request,
  caching: Caching,
  any: '*' | null = '*',
): Response | null {
  const plain = (one: string) => one.trim().replace(/^W\//, '')
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(plain)
  const has = known.includes(plain(entityTag(caching))) || (any !== null && known.includes(any))
  return has ? new Response(null, { status: 304, headers: headersOf(caching) }) : null
}

/** A body, or `304` where the client has it already. */
export function answered(
  request: Request,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  { type, file, ...caching }: Caching & { type: string; file?: string },
): Response {
  const known = unchanged(request, caching)
  if (known) {
    if (body instanceof ReadableStream) void body.cancel()
    return known
  }
  const disposition = file ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}
  return new Response(body, {
    headers: { ...headersOf(caching), ...disposition, 'Content-Type': type },
  })
}

/** JSON that a program reads. */
export function answeredJson(request: Request, value: unknown, caching: Caching): Response {
  return answered(request, `${JSON.stringify(value)}\n`, { ...caching, type: 'application/json' })
}

/** What is wrong with a request, or missing: RFC 9457. */
export function problem(status: 400 | 404 | 503, title: string, detail: string): Response {
  return problemAnswered({ type: 'about:blank', title, status, detail })
}

/** A problem with further members. @param isHead whether the body is left out. */
export function problemAnswered(
  body: { status: number } & Record<string, unknown>,
  { headers = {}, isHead = false }: { headers?: Record<string, string>; isHead?: boolean } = {},
): Response {
  return new Response(isHead ? null : `${JSON.stringify(body)}\n`, {
    status: body.status,
    headers: {
      ...open,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/problem+json',
      ...headers,
    },
  })
}

/** The query of an address; of a name given twice, the last. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

/** As `queryOf`, a parameter that is there more than once with all its values. */
export function wholeQueryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [value = '', ...more] = searchParams.getAll(name)
      return [name, more.length === 0 ? value : [value, ...more]]
    }),
  )
}

/** The answer to a CORS preflight for reading. */
export const preflight = () => preflightOf('GET, HEAD', 'If-None-Match')

/** The answer to a CORS preflight. @param headers further headers. */
export function preflightOf(
  methods: string,
  askedWith: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...open,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': askedWith,
      'Access-Control-Max-Age': '86400',
      ...headers,
    },
  })
}

/** Redirects to a page after a form was sent. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } })
}
