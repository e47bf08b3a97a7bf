import 'server-only'
import { sendDue } from '../features/desk/mail/commands/send-due'
import { writeDigests } from '../features/desk/mail/commands/write-digests'
import { releaseDue } from '../features/desk/round/review/commands/release-due'
import { resumeImports } from '../features/desk/spreadsheets/commands/work-import'
import { keepArchive } from '../features/outlets/downloads/commands/keep-archive'
import { keepCheckpoints } from '../features/register/log/checkpoints/commands/keep-checkpoints'
import type { Job } from '../server/scheduler'

/** What the server does by itself. Every server of a register runs all of them. */
export const jobs: readonly Job[] = [
  { name: 'releases', everySeconds: 5, run: async () => void (await releaseDue()) },
  // Woken by each publication as well; the interval is for what a crash left without a checkpoint.
  { name: 'checkpoints', everySeconds: 5, run: keepCheckpoints },
  { name: 'archive', everySeconds: 10, run: keepArchive },
  { name: 'mail', everySeconds: 5, run: sendDue },
  { name: 'imports', everySeconds: 15, run: resumeImports },
  { name: 'digest', everySeconds: 60, run: writeDigests },
]
