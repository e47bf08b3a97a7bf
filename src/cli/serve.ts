import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DataDirectoryInUse, lockHolder } from '../server/database/lock'
import { EnvironmentError, environment, settlePort } from '../server/environment'
import { reportRefusedRequest } from '../server/http/refused-requests'
import { shutDown } from '../server/shutdown'
import { apiRefusal, isApi } from './api-refusals'
import { askOwn } from './own-page'
import { plainProblem, withReadableProblems } from './readable-problems'
import { refusedStatus, stateConnection } from './request-rules'
import { headersFor, isCard } from './security-headers'

// The one process that serves the register: the framework inside an HTTP server of our own, which
// holds the rules for what may come in and answers problems with pages that can be read.

const isDevelopment = process.argv.includes('--dev')

try {
  await serve()
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

async function serve(): Promise<void> {
  const { HOST, PORT, DATA_DIR, DATABASE_URL } = environment()
  // Checked before the framework starts, which takes more than a second.
  const holder = DATABASE_URL ? null : lockHolder(DATA_DIR)
  if (holder) throw new DataDirectoryInUse(DATA_DIR, holder)

  let handle: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  const server = createServer(async (request, response) => {
    await ready
    const url = request.url ?? '/'
    for (const [name, value] of Object.entries(headersFor(url, isDevelopment))) {
      response.setHeader(name, value)
    }
    const publicAddress = new URL(environment().BASE_URL)
    const refused = refusedStatus(request, publicAddress.host)
    if (refused) {
      if (refused === 403) reportRefusedRequest(url)
      const answer =
        refused !== 403 && isApi(request.url)
          ? apiRefusal(request.url ?? '/', refused, environment().BASE_URL)
          : {
              headers: { 'Content-Type': 'text/html; charset=utf-8' },
              body: plainProblem(refused),
            }
      response.writeHead(refused, {
        ...answer.headers,
        'Cache-Control': 'no-store',
        Connection: 'close',
      })
      response.end(answer.body)
      return
    }
    stateConnection(request, publicAddress.protocol === 'https:' ? 'https' : 'http')
    // A missing card has an answer of its own, for the frame.
    if (!isDevelopment && !isCard(url)) withReadableProblems(request, response, loadPage)
    await handle?.(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, resolve)
  })
  const { port, address, family } = server.address() as AddressInfo
  settlePort(port)
  const loopback = loopbackAddress(address, family, port)

  async function loadPage(path: string): Promise<string> {
    const { status, body } = await askOwn(`${loopback}${path}`, 5_000)
    if (status !== 200) throw new Error(`The prepared page answered ${status}.`)
    return body
  }

  // Imported only now, so that a refused start is immediate: loading the framework takes more than a second.
  const { default: next } = await import('next')
  const app = next({
    dev: isDevelopment,
    // The framework's own addresses say localhost for any loopback: another name here, and it takes
    // its rewrites for those of another server and sends each request through the proxy twice.
    hostname: 'localhost',
    port,
    httpServer: server,
  })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (isStopping) return
      isStopping = true
      server.close()
      server.closeIdleConnections()
      await shutDown()
      process.exit(0)
    })
  }
  await app.prepare()
  handle = app.getRequestHandler()
  becomeReady()
  // This first request opens the register, or ends the process with an error.
  await askOwn(`${loopback}/healthz`)
  console.log(`ready: ${environment().BASE_URL} (listening on ${loopback})`)
}

/** Where this process reaches itself: an address that means every interface is no place to connect to. */
function loopbackAddress(address: string, family: string, port: number): string {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address
  return `http://${family === 'IPv6' ? `[${reachable}]` : reachable}:${port}`
}

function explain(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof DataDirectoryInUse) return error.message
  const code = (error as NodeJS.ErrnoException).code
  const { HOST, PORT } = environment()
  if (code === 'EADDRINUSE') return `Port ${PORT} of ${HOST} is in use. Set PORT to another one.`
  if (code === 'EACCES') return `Port ${PORT} of ${HOST} may not be used by this account. Set PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is ${HOST}, which is no address of this machine.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
