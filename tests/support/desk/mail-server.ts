import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a mail server does with what comes to it; each may be changed while it runs. */
export type Manners = {
  /** The password of the account. */
  password: string
  /** Called with each new connection; the greeting waits for it. */
  greet(): Promise<void>
  /** The refusal of a recipient, or null. */
  refuse(address: string): { code: number; text: string } | null
  /** Called with the number of messages so far, the new one included, before it is acknowledged. */
  acknowledge(count: number, socket: Socket): Promise<void>
}

export type MailServer = {
  url: string
  manners: Manners
  /** The messages it has taken, in order, acknowledged or not. */
  received: { from: string; to: string[]; message: string }[]
  /** The connections it has had. */
  connections(): number
  /** Stops listening and breaks what is open. */
  stop(): Promise<void>
  /** Listens again, on the same port. */
  start(): Promise<void>
}

const polite: Manners = {
  password: 'password',
  greet: async () => {},
  refuse: () => null,
  acknowledge: async () => {},
}

/** A mail server on loopback, for an account `desk` whose password is `password`. */
export async function startMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = []
  const manners = { ...polite }
  let port = 0
  let connections = 0
  let running: SMTPServer | undefined

  function refusal({ code, text }: { code: number; text: string }): Error {
    return Object.assign(new Error(text), { responseCode: code })
  }

  async function start(): Promise<void> {
    const sockets = new Set<Socket>()
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      onConnect: (_, done) => {
        connections += 1
        manners.greet().then(() => done(), done)
      },
      onAuth: ({ username, password }, _, done) =>
        username === 'desk' && password === manners.password
          ? done(null, { user: username })
          : done(refusal({ code: 535, text: 'wrong password' })),
      onRcptTo: ({ address }, _, done) => {
        const refused = manners.refuse(address)
        done(refused ? refusal(refused) : null)
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk) => chunks.push(chunk))
        stream.once('end', async () => {
          const { mailFrom, rcptTo } = session.envelope
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            message: Buffer.concat(chunks).toString('utf8'),
          })
          const socket = [...sockets].find((socket) => socket.remotePort === session.remotePort)
          if (!socket) throw new Error('The connection is gone.')
          manners.acknowledge(received.length, socket).then(() => done(), done)
        })
      },
    })
    // What a client breaks off is part of the tests.
    server.on('error', () => {})
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
    port = (server.server.address() as AddressInfo).port
    running = server
    breakOff = () => {
      for (const socket of sockets) socket.destroy()
    }
  }
  let breakOff = () => {}

  await start()
  return {
    url: `smtp://desk:password@127.0.0.1:${port}`,
    manners,
    received,
    connections: () => connections,
    start,
    stop: async () => {
      const server = running
      if (!server) return
      running = undefined
      breakOff()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Makes a mail server behave as usual again, and forgets what it received. */
export function reset(server: MailServer): void {
  Object.assign(server.manners, polite)
  server.received.length = 0
}
