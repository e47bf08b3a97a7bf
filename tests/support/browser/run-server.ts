import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { builtServer } from '@/cli/preparation.mjs'

export type RunningServer = {
  /** Where it answers, without a final slash. */
  address: string
  /** All that it has printed. */
  output(): string
  process: ChildProcess
  /** Puts its clock so many milliseconds ahead of the machine's. @throws unless it was started so that it can be. */
  putAhead(milliseconds: number): Promise<void>
  stop(): Promise<number | null>
}

/**
 * Starts the built site as `npm start` does, on a free port, and waits until it is ready. Tests sign in more often
 * than officers do, all from one address: the limit is as high as it may be.
 */
export async function runServer(
  variables: Record<string, string>,
  { movableClock = false }: { movableClock?: boolean } = {},
): Promise<RunningServer> {
  const inherited: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '', BASE_URL: '' }
  const own = { PORT: '0', HOST: '127.0.0.1', SIGN_IN_LIMIT: '60' }
  const clock = movableClock ? ['--import', new URL('movable-clock.mjs', import.meta.url).href] : []
  const server = spawn(process.execPath, [...clock, builtServer], {
    env: { ...inherited, ...own, ...variables, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', movableClock ? 'ipc' : 'ignore'],
  })
  const { stdout, stderr } = server
  if (!stdout || !stderr) throw new Error('The server’s output cannot be read.')
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const ready = /^ready: (\S+)/m.exec(output)?.[1]
      if (ready) resolve(ready)
    }
    stdout.on('data', listen)
    stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended (${code}): ${output}`)))
  })
  return {
    address,
    output: () => output,
    process: server,
    putAhead: async (milliseconds) => {
      if (!server.connected) throw new Error('The clock of this server cannot be moved.')
      const told = once(server, 'message')
      server.send({ ahead: milliseconds })
      await told
    },
    stop: async () => {
      if (server.exitCode !== null) return server.exitCode
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      return ended
    },
  }
}
