import 'server-only'
import { sendDue } from '../features/mail/commands/send-due'
import { writeDigests } from '../features/mail/commands/write-digests'
import type { Job } from '../server/scheduler'

/** What the server does by itself. Every server of a register runs all of them. */
export const jobs: readonly Job[] = [
  { name: 'mail', everySeconds: 5, run: sendDue },
  { name: 'digest', everySeconds: 60, run: writeDigests },
]
