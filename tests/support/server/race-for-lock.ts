import { mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { acquireLock } from '@/server/database/lock'

// Threads that take stale locks over, one after the other, each time all at once: `race-for-lock.ts <folder>
// <rounds>` prints in how many rounds any number of them but one had the lock. Threads meet more closely than
// processes do; the lock sees one living process in them.
const threads = 4

/** Reads this file in a thread, which does not take over how the process reads TypeScript. */
const typed = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(import.meta.url)})
})`

if (isMainThread) await race(process.argv[2] ?? '', Number(process.argv[3]))
else run(workerData)

async function race(folder: string, rounds: number) {
  for (let round = 0; round < rounds; round++) {
    const place = path.join(folder, String(round))
    mkdirSync(place)
    const gone = { pid: process.pid, processStart: 'another boot:1', id: 'x', lockedAt: 'then' }
    writeFileSync(path.join(place, 'lock.json'), JSON.stringify({ ...gone, host: hostname() }))
  }
  const wins = new Int32Array(new SharedArrayBuffer(4 * rounds))
  const arrived = new Int32Array(new SharedArrayBuffer(4 * rounds))
  const work = Array.from({ length: threads }, () => {
    const worker = new Worker(typed, {
      eval: true,
      workerData: { folder, rounds, wins, arrived },
    })
    return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  })
  await Promise.all(work)
  console.log(wins.filter((number) => number !== 1).length)
}

type Course = { folder: string; rounds: number; wins: Int32Array; arrived: Int32Array }

function run({ folder, rounds, wins, arrived }: Course) {
  for (let round = 0; round < rounds; round++) {
    if (Atomics.add(arrived, round, 1) === threads - 1) Atomics.notify(arrived, round)
    for (let seen = Atomics.load(arrived, round); seen < threads; ) {
      Atomics.wait(arrived, round, seen)
      seen = Atomics.load(arrived, round)
    }
    try {
      acquireLock(path.join(folder, String(round)))
      Atomics.add(wins, round, 1)
    } catch {}
  }
  parentPort?.postMessage('done')
}
