type Work = () => Promise<void>

// The server's bundles and the process around them each hold a copy of this module; the list is one.
const works = Symbol.for('co-operation-tracker.shutdown')
const shared = globalThis as { [works]?: Work[] }

/** Adds something to do when the server is told to stop, such as closing the database. */
export function onShutdown(work: Work): void {
  shared[works] ??= []
  shared[works].push(work)
}

/** Runs what `onShutdown` was given, the latest first. */
export async function shutDown(): Promise<void> {
  const list = shared[works] ?? []
  while (list.length > 0) await list.pop()?.()
}
