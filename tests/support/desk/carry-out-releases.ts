import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { releaseDue } from '@/features/desk/round/review/commands/release-due'
import {
  closeDatabase,
  type Database,
  database,
  type Transaction,
} from '@/server/database/database'

// A node that carries out releases, as a server does by its jobs, until its input ends. Argument: `start`, `before`
// or `after`, to stand still before it begins, or just before or after the commit of a release, until a line of
// input comes.
const [standsStill] = process.argv.slice(2)
const db = await database()
if (standsStill) standStillAt(db)
let isOver = false
process.stdin.once('end', () => {
  isOver = true
})
process.stdin.resume()
// Not console.log, which may still hold the line when the process is killed.
writeSync(1, 'ready\n')
if (standsStill === 'start') await once(process.stdin, 'data')
let ended = 0
while (!isOver) {
  ended += await releaseDue()
  await wait(50)
}
// It still carries out what fell due before it was told to end.
ended += await releaseDue()
writeSync(1, `ended ${ended}\n`)
await closeDatabase()
process.exit(0)

function standStillAt(client: Database): void {
  type Begin = (work: (tx: Transaction) => Promise<unknown>, options?: object) => Promise<unknown>
  const begin: Begin = client.$transaction.bind(client)
  const standStill = async () => {
    writeSync(1, `${standsStill} the commit\n`)
    await once(process.stdin, 'data')
  }
  const watched: Begin = async (work, options) => {
    let isRelease = false
    const answer = await begin(async (tx) => {
      // `releaseDue` answers true from the transaction in which it has carried out a release.
      isRelease = (await work(tx)) === true
      if (isRelease && standsStill === 'before') await standStill()
      return isRelease
    }, options)
    if (isRelease && standsStill === 'after') await standStill()
    return answer
  }
  Object.defineProperty(client, '$transaction', { value: watched })
}
