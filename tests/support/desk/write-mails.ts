import { openFilledDatabase } from '@/cli/fill-database'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { systemActor } from '@/features/desk/officers/model'
import { closeDatabase, database } from '@/server/database/database'
import { makeMail, makeOfficer } from './mails'

// Fills a data directory with an administrator, whose one-time link it prints, and mails in states that a
// server without a mail server does not come to by itself.
await openFilledDatabase()
const admin = await addOfficer(systemActor, {
  email: 'postmaster@example.org',
  name: 'Postmaster',
  role: 'admin',
  side: 'HK',
})
if (!admin.ok) throw new Error(admin.reason)
const db = await database()
for (const [name, state, lastError] of [
  ['Failed Chan', 'failed', 'refused: 550 5.1.1 no such user'],
  ['Uncertain Wong', 'uncertain', 'interrupted'],
  ['Waiting Lee', 'waiting', 'no_answer: ECONNREFUSED'],
] as const) {
  const { id } = await makeMail(db, await makeOfficer(db, { name }))
  const nextAttemptAt = new Date(Date.now() + 3_600_000)
  await db.mail.update({
    where: { id },
    data: { state, lastError, attempts: 2, route: 'smtp', nextAttemptAt },
  })
}
await closeDatabase()
console.log(admin.link)
process.exit(0)
