import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Serves a site as a slow line does: of a page that holds the mark, what stands from the mark on comes only
 * after `release()`.
 * @param site where the site is served, such as `http://127.0.0.1:3000`
 */
export async function halfHeldBack(site: string, mark: string) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = createServer(async (request, response) => {
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) {
      if (!['host', 'connection'].includes(name)) headers.set(name, String(value))
    }
    const answer = await fetch(new URL(request.url ?? '/', site), { headers })
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'Content-Type': type })
    const body = Buffer.from(await answer.arrayBuffer())
    const at = type.startsWith('text/html') ? body.indexOf(mark) : -1
    if (at >= 0) {
      response.write(body.subarray(0, at))
      await released
    }
    response.end(at >= 0 ? body.subarray(at) : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release,
    stop: () => {
      release()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
