import fs, { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sendDue } from '@/features/desk/mail/commands/send-due'
import { closeDatabase } from '@/server/database/database'

// One of several processes that send what is due. Arguments: `before` or `after`, and a number: to stand still
// just before or after that file gets its name, until it is killed.
const [standsStill, nth] = process.argv.slice(2)
if (standsStill) standStillAt(Number(nth))
await sendDue()
await closeDatabase()
process.exit(0)

function standStillAt(nth: number): void {
  const { rename } = fs.promises
  let named = 0
  const standStill = () => {
    writeSync(1, `${standsStill} file ${nth}\n`)
    // Nothing else keeps the process while it stands still.
    return new Promise<void>(() => setInterval(() => {}, 60_000))
  }
  fs.promises.rename = async (from, to) => {
    named += 1
    if (named === nth && standsStill === 'before') await standStill()
    await rename(from, to)
    if (named === nth && standsStill === 'after') await standStill()
  }
  syncBuiltinESMExports()
}
