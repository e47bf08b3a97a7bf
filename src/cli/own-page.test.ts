import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { askOwn } from './own-page'

/** Some of the ports that `fetch` refuses, by the Fetch standard. */
const refused = [4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 10080]

test('a page is answered on a port that fetch refuses', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? 200 : 404).end('well')
  })
  onTestFinished(() => void server.close())
  const port = await firstFree(server)
  const address = `http://127.0.0.1:${port}`
  await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  expect(await askOwn(`${address}/healthz`)).toEqual({ status: 200, body: 'well' })
  expect(await askOwn(`${address}/other`, 5_000)).toEqual({ status: 404, body: 'well' })
})

test('no answer in time is an error', async () => {
  const server = createServer(() => {})
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const port = await listen(server, 0)
  await expect(askOwn(`http://127.0.0.1:${port}/`, 50)).rejects.toThrow()
})

/** Begins to listen on the first of the ports that nobody uses. */
async function firstFree(server: ReturnType<typeof createServer>): Promise<number> {
  for (const port of refused) {
    const found = await listen(server, port).catch(() => null)
    if (found) return found
  }
  throw new Error('None of the ports is free.')
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
