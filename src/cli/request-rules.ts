import type { IncomingMessage } from 'node:http'
import { isApi } from './api-refusals'

/** The longest body that a form of the register can need, in bytes. */
const bodyLimit = 64 * 1024

/** The one address that takes a file, and the longest body there. */
const upload = { path: /^\/(tc|sc|en)\/desk\/exchange\/upload$/, bodyLimit: 10 * 1024 * 1024 }

const forwardingHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/** The status of a request that is refused before it is handled. */
export type RefusedStatus = 400 | 403 | 405 | 411 | 413

/**
 * The rules for requests that change something. A body states its length and is at most 64 KB, an uploaded
 * spreadsheet 10 MB. The request comes from a page of this site by `Sec-Fetch-Site` or `Origin`; one that
 * carries neither is refused, because the framework would let it through. The API is read only, from any
 * site.
 * @param publicHost host and port of BASE_URL, which a proxy in front may hide from `Host`.
 */
export function refusedStatus(request: IncomingMessage, publicHost: string): RefusedStatus | null {
  const { headers } = request
  if (headers['transfer-encoding']) return 411
  if (Number(headers['content-length'] ?? 0) > limitFor(request)) return 413
  const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? 'GET')
  if (isApi(request.url) && !isReading) return 405
  // The framework answers an address that it cannot decode with a failure of its own.
  if (!isDecodable(request.url)) return 400
  if (isReading || isApi(request.url)) return null
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (site === undefined && origin === undefined) return 403
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403
  if (origin !== undefined && ![headers.host, publicHost].includes(hostOf(origin))) return 403
  return null
}

/** Puts the facts of the connection in the place of what the client claims about it. */
export function stateConnection(request: IncomingMessage, publicProtocol: 'http' | 'https'): void {
  for (const name of forwardingHeaders) delete request.headers[name]
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  request.headers['x-forwarded-proto'] = publicProtocol
}

function limitFor({ method, url }: IncomingMessage): number {
  const [path = ''] = (url ?? '').split('?', 1)
  return method === 'POST' && upload.path.test(path) ? upload.bodyLimit : bodyLimit
}

function isDecodable(url = ''): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
