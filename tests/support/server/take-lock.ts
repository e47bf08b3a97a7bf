import { existsSync } from 'node:fs'
import { acquireLock } from '@/server/database/lock'

// Takes a data directory's lock, says how that went, and keeps it until it is killed.
// Arguments: the directory; a file to wait for, so that several try at once.
const [folder = '', start] = process.argv.slice(2)
if (start) console.log('at the line')
while (start && !existsSync(start)) {
  // spins, since a timer would be late by more than the race is long
}
// Taking the lock is one call, which could only sleep or use the processor. It prints how much it did of both,
// which does not depend on what else the machine does.
let naps = 0
Atomics.wait = new Proxy(Atomics.wait, {
  apply(wait, self, words) {
    naps += 1
    return Reflect.apply(wait, self, words)
  },
})
const began = process.cpuUsage()
try {
  acquireLock(folder)
  console.log(JSON.stringify({ held: true, pid: process.pid }))
  setInterval(() => {}, 60_000)
} catch (error) {
  const { user, system } = process.cpuUsage(began)
  const milliseconds = (user + system) / 1000
  const { message } = error as Error
  console.log(JSON.stringify({ held: false, message, milliseconds, naps }))
}
