import { headRevision } from '@/features/register/log/queries/revisions'
import packageJson from '~/package.json'

export const dynamic = 'force-dynamic'

/** For whoever watches the server: whether the register can be read, and how far it has come. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    const head = await withinSeconds(5, headRevision())
    const { version } = packageJson
    return Response.json({ status: 'ok', head: head?.number ?? 0, version }, { headers })
  } catch (error) {
    console.error('The database is out of reach.', error)
    const reason = 'The database is out of reach.'
    return Response.json({ status: 'unavailable', reason }, { status: 503, headers })
  }
}

/** A watcher waits no longer than this, even where a connection hangs. */
async function withinSeconds<Value>(seconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${seconds} s.`)), seconds * 1000)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
