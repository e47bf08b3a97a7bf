import { type ChildProcess, spawn } from 'node:child_process'
import { builtServer } from '@/cli/preparation.mjs'

export type RunningServer = {
  /** Where it answers, without a final slash. */
  address: string
  /** All that it has printed. */
  output(): string
  process: ChildProcess
  stop(): Promise<number | null>
}

/** Starts the built site as `npm start` does, on a free port, and waits until it is ready. */
export async function runServer(variables: Record<string, string>): Promise<RunningServer> {
  const inherited: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: '', BASE_URL: '' }
  const server = spawn(process.execPath, [builtServer], {
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', ...variables, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const ready = /^ready: (\S+)/m.exec(output)?.[1]
      if (ready) resolve(ready)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended (${code}): ${output}`)))
  })
  return {
    address,
    output: () => output,
    process: server,
    stop: async () => {
      if (server.exitCode !== null) return server.exitCode
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      return ended
    },
  }
}
