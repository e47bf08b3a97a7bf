import { sendDue } from '@/features/desk/mail/commands/send-due'
import { closeDatabase } from '@/server/database/database'

// One of several processes that send what is due.
await sendDue()
await closeDatabase()
process.exit(0)
