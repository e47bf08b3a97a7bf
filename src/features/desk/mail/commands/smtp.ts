import 'server-only'
import { Readable } from 'node:stream'
import { createTransport, type NodemailerError } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailProblem } from '../model'
import type { Message } from './message'

/**
 * The result of an attempt: accepted; refused for good (`failed`); not accepted, to be tried again (`later`);
 * or unknown (`uncertain`).
 */
export type SendResult =
  | { state: 'sent' }
  | { state: 'failed' | 'later' | 'uncertain'; problem: MailProblem }

// Milliseconds. Together far less than `sendingTime` in model.ts, after which a process is taken for dead.
const timeouts = {
  dnsTimeout: 10_000,
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
}
const wholeTime = 180_000

/**
 * Sends a message to the mail server that `url` (SMTP_URL) names, on a connection of its own. The library's
 * transport would take fewer lines, but does not say whether the message had begun to leave when a connection
 * broke, which decides whether it may be sent again.
 *
 * @param stopping ends an attempt whose message has not begun to leave.
 */
export function sendBySmtp(
  url: string,
  { envelope, bytes }: Message,
  stopping?: AbortSignal,
): Promise<SendResult> {
  return new Promise((resolve) => {
    let isOver = false
    let hasBegun = false
    // Read from no earlier than the server's "go on" to DATA.
    const message = new Readable({
      read() {
        hasBegun = true
        this.push(bytes)
        this.push(null)
      },
    })
    const { auth, ...settings } = createTransport(url).options as SMTPConnection.Options & {
      auth?: SMTPConnection.AuthenticationType
    }
    const connection = new SMTPConnection({ ...timeouts, ...settings })

    function end(error: NodemailerError | null): void {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      stopping?.removeEventListener('abort', interrupt)
      if (error) connection.close()
      else connection.quit()
      resolve(error ? judge(error, hasBegun) : { state: 'sent' })
    }
    function interrupt(): void {
      if (!hasBegun) end(Object.assign(new Error('The server stops.'), { code: 'EABORT' }))
    }
    const send = () => connection.send(envelope, message, (error) => end(error))

    const timer = setTimeout(() => end(new Error('It took too long.')), wholeTime)
    stopping?.addEventListener('abort', interrupt)
    connection.on('error', end)
    connection.on('end', () => end(new Error('The connection ended.')))
    connection.connect((error) => {
      if (error) end(error)
      else if (auth && connection.allowsAuth) {
        connection.login(auth, (refused) => (refused ? end(refused) : send()))
      } else send()
    })
  })
}

/** What an attempt that ended in an error means for the mail. */
function judge(error: NodemailerError, hasBegun: boolean): SendResult {
  const { code, responseCode, command } = error
  const said = error.response ?? error.originalCode ?? code ?? null
  if (responseCode && responseCode >= 500) {
    // The server refused this mail. A refusal of the register itself, in the greeting or the sign-in, has to
    // be fixed in the settings.
    const ofTheMail = hasBegun || ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command ?? '')
    if (ofTheMail) return { state: 'failed', problem: { code: 'refused', said } }
  }
  if (code === 'EAUTH') return { state: 'later', problem: { code: 'sign_in', said } }
  if (responseCode) return { state: 'later', problem: { code: 'not_now', said } }
  if (hasBegun) return { state: 'uncertain', problem: { code: 'broke_off', said } }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return { state: 'failed', problem: { code: 'refused', said: error.message } }
  }
  if (code === 'EABORT') return { state: 'later', problem: { code: 'interrupted', said: null } }
  return { state: 'later', problem: { code: 'no_answer', said } }
}
