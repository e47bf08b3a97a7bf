/** What a mail tells. `test` is one that an administrator asks for, to themselves. */
export type MailKind =
  | 'returned'
  | 'to_review'
  | 'release_failed'
  | 'digest'
  | 'test'
  | 'side_asked'
  | 'side_touched'

/** How far a mail has come, in the order in which the desk counts them. */
export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'skipped'] as const
export type MailState = (typeof mailStates)[number]

/** What an officer has chosen to be told by mail. */
type Choices = { mailReturned: boolean; mailReview: boolean; mailDigest: boolean }

/** Whether the officer wants mails of this kind. What concerns a side's own word, and a release that failed, is told always. */
export function isWanted(kind: MailKind, choices: Choices): boolean {
  if (kind === 'returned') return choices.mailReturned
  if (kind === 'to_review') return choices.mailReview
  if (kind === 'digest') return choices.mailDigest
  return true
}

/** Whether an administrator may have it sent once more: it failed, or nobody knows whether it arrived. */
export function maySendAgain(state: MailState): state is 'failed' | 'uncertain' {
  return state === 'failed' || state === 'uncertain'
}

const minute = 60_000
const hour = 60 * minute

/** How long (ms) a claimed mail counts as being sent, before its process is presumed dead. */
export const sendingTime = 10 * minute

/** After so many attempts, which the waits between them spread over most of a day, a mail has failed. */
export const mostAttempts = 12

/**
 * How long (ms) to wait after the given number of attempts: each wait twice the one before, from a minute to
 * six hours; null when there is to be no other.
 */
export function waitAfter(attempts: number): number | null {
  return attempts < mostAttempts ? Math.min(minute * 2 ** (attempts - 1), 6 * hour) : null
}

/** What went wrong with a mail, or why it was skipped: keys of messages `mail.problems`. */
export const problemCodes = [
  'refused',
  'not_now',
  'no_answer',
  'sign_in',
  'broke_off',
  'interrupted',
  'not_written',
  'unreadable',
  'officer_disabled',
  'switched_off',
  'settled',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** A problem, and what the mail server or the system said of it. */
export type MailProblem = { code: ProblemCode; said: string | null }

/** A problem as a mail's row keeps it: `refused: 550 no such user`. What was said is kept to one line. */
export function problemText({ code, said }: MailProblem): string {
  const line = said ? shortened(oneLine(said), 300) : ''
  return line ? `${code}: ${line}` : code
}

/** The problem that a mail's row keeps; null when there is none. */
export function readProblem(text: string | null): MailProblem | null {
  if (text === null) return null
  const [, code = '', said = null] = /^(\w+)(?:: (.*))?$/s.exec(text) ?? []
  return (problemCodes as readonly string[]).includes(code)
    ? { code: code as ProblemCode, said }
    : { code: 'unreadable', said: text }
}

/** A text without line breaks and other control characters, which a mail's headers must not hold. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** A text cut to so many characters, with an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

const day = 24 * hour
/** Hong Kong is eight hours ahead of UTC all year. */
const hongKongOffset = 8 * hour

/**
 * The week (ISO, `2026-W48`, Hong Kong days) whose digest is due, since Monday at nine in the morning, and
 * that moment; null on a Monday before nine.
 */
export function dueDigest(moment: Date): { week: string; since: Date } | null {
  const midnight = Math.floor((moment.getTime() + hongKongOffset) / day) * day
  const monday = midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day
  const since = new Date(monday + 9 * hour - hongKongOffset)
  if (moment < since) return null
  // A week belongs to the year of its Thursday.
  const thursday = new Date(monday + 3 * day)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1
  return { week: `${year}-W${String(number).padStart(2, '0')}`, since }
}
