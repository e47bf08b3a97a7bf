import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import { removeControlFile, writeControlFile } from './control-file'
import { logKeyCommand, performLogKeyCommand } from './log-key-command'
import { performOfficerCommand } from './officer-command'
import { type Answer, officerCommand } from './officer-input'

/**
 * Accepts commands from this machine while the server runs, since only the process that holds the embedded
 * database can write to it. Listens on loopback alone, on a port chosen by the system, and requires the token
 * in the data directory's control.json.
 * @returns a function that closes it.
 */
export async function openControlChannel(folder: string): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString('hex')
  const server = createServer(async (request, response) => {
    const { status, body } = await respond(request, token)
    response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  const { port } = server.address() as AddressInfo
  writeControlFile(folder, { pid: process.pid, port, token })
  return async () => {
    removeControlFile(folder)
    server.close()
  }
}

type Response = { status: number; body: Answer }

/** What the channel takes, by address. */
const commands: Record<string, (command: unknown) => Promise<Response>> = {
  '/officer': taking(officerCommand, performOfficerCommand),
  '/log-key': taking(logKeyCommand, performLogKeyCommand),
}

function taking<Command>(
  schema: z.ZodType<Command>,
  perform: (command: Command) => Promise<Answer>,
): (command: unknown) => Promise<Response> {
  return async (given) => {
    const command = schema.safeParse(given)
    if (command.success) return { status: 200, body: await perform(command.data) }
    return refused(400, command.error.issues.map((issue) => issue.message).join('\n'))
  }
}

function refused(status: number, text: string): Response {
  return { status, body: { ok: false, text } }
}

async function respond(request: IncomingMessage, token: string): Promise<Response> {
  const perform = request.method === 'POST' ? commands[request.url ?? ''] : undefined
  if (!perform) return refused(404, 'There is nothing here.')
  if (!isToken(request.headers.authorization, token)) {
    return refused(403, 'The token is not the one of this server.')
  }
  try {
    return await perform(await readJson(request))
  } catch (error) {
    console.error('A command through the control channel failed.', error)
    return refused(500, 'The command failed; the server’s log says why.')
  }
}

/** Compares in constant time, so that the answer's delay tells nothing of the token. */
function isToken(authorization: string | undefined, token: string): boolean {
  const shown = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return shown.length === expected.length && timingSafeEqual(shown, expected)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 10_000) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
