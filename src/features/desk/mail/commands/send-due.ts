import 'server-only'
import { type Database, database } from '@/server/database/database'
import { mailRoute } from '@/server/mail/mail-route'
import { isWanted, type ProblemCode } from '../model'
import { beginToLeave, type Claim, claimDue, concludeInterrupted, type End, settle } from './claim'
import { composeMail, Unreadable } from './compose'
import { type Message, writeMessage } from './message'
import { sendBySmtp } from './smtp'
import { writeFile } from './write-file'

/** Problems that every other mail would run into as well. */
const ofTheWay: readonly ProblemCode[] = ['no_answer', 'sign_in', 'not_written', 'interrupted']

/**
 * Sends the mails that are due, one after another. Ends early when `stopping` is aborted, or when the mail
 * server cannot be reached, so that each remaining mail does not wait for its own timeout. Safe to run in any
 * number of processes at once.
 */
export async function sendDue(stopping?: AbortSignal): Promise<void> {
  const db = await database()
  await concludeInterrupted(db)
  while (!stopping?.aborted) {
    const claim = await claimDue(db)
    if (!claim) return
    const end = await send(db, claim, stopping)
    if (!end) continue
    await settle(db, claim, end)
    if (end.state === 'later' && ofTheWay.includes(end.problem.code)) return
  }
}

/** Sends a mail that is ours; null when it turns out not to be any more. */
async function send(
  db: Database,
  claim: Claim,
  stopping: AbortSignal | undefined,
): Promise<End | null> {
  const message = await prepare(db, claim)
  if (!('bytes' in message)) return message
  const route = mailRoute()
  if (!(await beginToLeave(db, claim, route.route))) return null
  return route.route === 'smtp'
    ? sendBySmtp(route.url, message, stopping)
    : writeFile(route.folder, claim.id, message)
}

/** The message, or why there is none. */
async function prepare(db: Database, { id }: Claim): Promise<Message | End> {
  const mail = await db.mail.findUniqueOrThrow({ where: { id }, include: { officer: true } })
  const { kind, officer } = mail
  const skipped = (code: ProblemCode) => ({
    state: 'skipped' as const,
    problem: { code, said: null },
  })
  if (officer.disabledAt) return skipped('officer_disabled')
  if (!isWanted(kind, officer)) return skipped('switched_off')
  try {
    const words = await composeMail(mail)
    return words === 'settled' ? skipped('settled') : await writeMessage(mail, officer, words)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(`The email (${kind}, ${id}) could not be generated: ${error.message}`)
    return { state: 'failed', problem: { code: 'unreadable', said: null } }
  }
}
