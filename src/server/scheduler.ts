import { now } from './clock'
import { onShutdown } from './shutdown'

/** Work that the server repeats. */
export type Job = {
  /** What it is called where a failure is reported. */
  name: string
  everySeconds: number
  /**
   * One run. The same job may run on another server at the same time, and a run may have been killed half
   * way, so it claims its work by conditional writes or row locks. A long run checks `stopping` between two
   * pieces of work.
   */
  run(stopping: AbortSignal): Promise<void>
}

// The server's bundles hold several copies of this module, and in development it is loaded anew; the
// process must hold one scheduler.
const started = Symbol.for('co-operation-tracker.scheduler')
const wakers = Symbol.for('co-operation-tracker.scheduler-wakers')
const shared = globalThis as { [started]?: boolean; [wakers]?: Map<string, () => void> }

/**
 * Makes a job of this process run now, or once more after the run in progress, instead of at its next
 * interval. Does nothing where no such job runs.
 */
export function wakeJob(name: string): void {
  shared[wakers]?.get(name)?.()
}

/**
 * Runs each job at once, for what fell due while no server ran, and then at every multiple of its seconds on
 * the clock, so that what is due at 10:00:00 is not done at 10:00:04. Runs of a job never overlap: a run
 * longer than its interval is followed at the next multiple. A job that throws is reported in one line and
 * runs again. Ends with the process's shutdown, which waits for the runs in progress. A second call in a
 * process does nothing.
 */
export function startScheduler(jobs: readonly Job[]): void {
  if (shared[started]) return
  shared[started] = true
  const stop = new AbortController()
  const loops = jobs.map((job) => repeat(job, stop.signal))
  onShutdown(async () => {
    stop.abort()
    await Promise.all(loops)
    shared[started] = false
  })
}

async function repeat({ name, everySeconds, run }: Job, stopping: AbortSignal): Promise<void> {
  let reported: string | undefined
  let isWanted = false
  let rouse = () => {}
  shared[wakers] ??= new Map()
  shared[wakers].set(name, () => {
    isWanted = true
    rouse()
  })
  while (!stopping.aborted) {
    isWanted = false
    try {
      await run(stopping)
      reported = undefined
    } catch (error) {
      const line = `The job ${name} failed: ${inOneLine(error)}`
      // Reported once: a database that is unreachable for an hour is one event, not 720.
      if (line !== reported) console.error(line)
      reported = line
    }
    if (isWanted) continue
    const woken = new AbortController()
    rouse = () => woken.abort()
    await nextMultiple(everySeconds * 1000, AbortSignal.any([stopping, woken.signal]))
  }
  shared[wakers].delete(name)
}

/** Waits until the clock shows a multiple of `interval` (ms), or until the signal to stop waiting. */
async function nextMultiple(interval: number, stopping: AbortSignal): Promise<void> {
  const moment = (Math.floor(now().getTime() / interval) + 1) * interval
  // A timer may fire a millisecond early; then the rest is waited for as well. If the clock was set back, it
  // does not wait again.
  for (let rest = interval; rest > 0 && rest <= interval; rest = moment - now().getTime()) {
    if (stopping.aborted) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, moment - now().getTime())
      // Does not keep the process alive: what is due can wait for the next start.
      timer.unref()
      stopping.addEventListener('abort', done, { once: true })
      function done() {
        clearTimeout(timer)
        stopping.removeEventListener('abort', done)
        resolve()
      }
    })
  }
}

/** An error for the server's log: its kind and reason, without stack or the password in an address. */
function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const { code } = error as NodeJS.ErrnoException
  // The database client quotes the call first; the reason is its last line.
  const reason =
    error.message
      .trim()
      .split(/\s*\n\s*/)
      .at(-1) ?? ''
  const kind = code ? `${error.name} ${code}` : error.name
  return `${kind}: ${reason.replace(/\/\/[^\s/@]*@/g, '//…@')}`.slice(0, 300)
}
