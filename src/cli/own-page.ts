import { get } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * Asks a server of this machine for a page. Not by `fetch`, which refuses ports of the Fetch standard's list
 * (4190, 6000, 6665…), on any of which the register may be served behind a proxy.
 * @param address of the page. @param patience milliseconds to wait; without it, as long as it takes.
 * @throws when there is no answer.
 */
export async function askOwn(
  address: string,
  patience?: number,
): Promise<{ status: number; body: string }> {
  const signal = patience === undefined ? undefined : AbortSignal.timeout(patience)
  return new Promise((resolve, reject) => {
    get(address, { ...(signal ? { signal } : {}), agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    }).on('error', reject)
  })
}
