import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pathPrefixes } from '../i18n/language'
import { preferredLanguage } from '../i18n/preferred-language'

const replaced = [403, 404, 500]

/** Headers that describe the discarded body. */
const headersOfTheBody = [
  'content-encoding',
  'content-length',
  'etag',
  'link',
  'transfer-encoding',
  'x-powered-by',
]

/**
 * Answers 403, 404 and 500 with a readable page. The framework sends these with an empty body that only
 * JavaScript fills; that body is discarded and the prepared page is sent instead, with the same status. Data
 * requests (`RSC`, server actions, JSON) and all other answers, streamed ones included, pass unchanged.
 * @param loadPage fetches the prepared page's HTML from a path of this site; may reject.
 */
export function withReadableProblems(
  request: IncomingMessage,
  response: ServerResponse,
  loadPage: (path: string) => Promise<string>,
): void {
  if (request.headers.rsc !== undefined || request.headers['next-action'] !== undefined) return
  const original = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  let decision: 'pass' | 'replace' | undefined
  let replacing = false
  const isReplaced = () => {
    decision ??=
      replaced.includes(response.statusCode) &&
      String(response.getHeader('content-type')).startsWith('text/html')
        ? 'replace'
        : 'pass'
    return decision === 'replace'
  }
  const overrides = {
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status
      const headers = rest.find((part) => typeof part === 'object' && part !== null)
      if (headers && !Array.isArray(headers)) {
        for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
          if (value !== undefined) response.setHeader(name, value)
        }
        rest = rest.filter((part) => part !== headers)
      }
      if (isReplaced()) return response
      return Reflect.apply(original.writeHead, response, [status, ...rest])
    },
    flushHeaders() {
      if (!isReplaced()) original.flushHeaders()
    },
    write(...words: unknown[]) {
      if (!isReplaced()) return Reflect.apply(original.write, response, words)
      const done = words.find((word) => typeof word === 'function')
      if (done) process.nextTick(done as () => void)
      return true
    },
    end(...words: unknown[]) {
      if (!isReplaced()) return Reflect.apply(original.end, response, words)
      if (!replacing) {
        replacing = true
        void replace()
      }
      return response
    },
  }
  Object.assign(response, overrides)

  async function replace(): Promise<void> {
    const status = response.statusCode
    const html = await loadPage(problemPath(request, status)).catch(() => plainProblem(status))
    const body = Buffer.from(html)
    for (const name of headersOfTheBody) response.removeHeader(name)
    original.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'private, no-store',
    })
    original.end(request.method === 'HEAD' ? undefined : body)
  }
}

/** Where the prepared page is, in the language of the address or else of the browser. */
function problemPath(request: IncomingMessage, status: number): string {
  const from = request.url ?? '/'
  const prefix =
    Object.values(pathPrefixes).find((known) => `${from.split('?')[0]}/`.startsWith(`${known}/`)) ??
    pathPrefixes[preferredLanguage(request.headers['accept-language'] ?? null)]
  return `${prefix}/problem/${status}?from=${encodeURIComponent(from)}`
}

const sentences: Record<number, [string, string, string]> = {
  400: [
    '此網址寫法有誤，可能複製得不完整。',
    '此网址写法有误，可能复制得不完整。',
    'This address is not written as addresses are. It may have been cut off.',
  ],
  403: ['你未獲准使用此頁。', '你未获准使用此页。', 'You may not use this page.'],
  404: ['找不到此頁。', '找不到此页。', 'This page does not exist.'],
  411: ['請求沒有說明長度。', '请求没有说明长度。', 'The request does not give its length.'],
  413: ['所送內容過長。', '所送内容过长。', 'What was sent is too long.'],
  500: [
    '本網站出現錯誤，請稍後再試。',
    '本网站出现错误，请稍后再试。',
    'Something went wrong here. Please try again later.',
  ],
}

/** A fallback page: one sentence in each language, nothing to load. */
export function plainProblem(status: number): string {
  const [hant, hans, en] = sentences[status] ?? (sentences[500] as [string, string, string])
  return `<!doctype html><html lang="zh-Hant-HK"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><h1>${hant}</h1><p lang="zh-Hans-CN">${hans}</p><p lang="en-HK">${en}</p><p><a href="/">滬港合作追蹤</a></p></html>`
}
