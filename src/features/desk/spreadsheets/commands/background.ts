import 'server-only'
import { onShutdown } from '@/server/shutdown'

// The server's bundles hold several copies of this module; what runs in the process is one list.
const key = Symbol.for('co-operation-tracker.imports')
type Background = { running: Set<Promise<void>>; isStopping: boolean }
const shared = globalThis as { [key]?: Background }

/** Runs work in the background; at shutdown it is told to stop and waited for. */
export function runInBackground(work: () => Promise<void>): void {
  const background = theBackground()
  if (background.isStopping) return
  const run = work().catch((error) => console.error(error))
  background.running.add(run)
  void run.finally(() => background.running.delete(run))
}

/** Whether the server is stopping; unfinished work is left for the process that resumes it. */
export function isStopping(): boolean {
  return theBackground().isStopping
}

function theBackground(): Background {
  if (shared[key]) return shared[key]
  const background: Background = { running: new Set(), isStopping: false }
  shared[key] = background
  onShutdown(async () => {
    background.isStopping = true
    await Promise.allSettled(background.running)
  })
  return background
}
