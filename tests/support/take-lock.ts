import { acquireLock } from '@/server/database/lock'

// Takes a data directory's lock, says how that went, and keeps it until it is killed.
// Arguments: the directory; the moment (ms since 1970) at which to try, so that several try at once.
const [folder = '', moment = '0'] = process.argv.slice(2)
while (Date.now() < Number(moment)) {
  // spins, since a timer would be late by more than the race is long
}
const began = performance.now()
try {
  acquireLock(folder)
  console.log(JSON.stringify({ held: true, pid: process.pid }))
  setInterval(() => {}, 60_000)
} catch (error) {
  const milliseconds = performance.now() - began
  console.log(JSON.stringify({ held: false, message: (error as Error).message, milliseconds }))
}
