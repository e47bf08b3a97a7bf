type Listener = (path: string) => Promise<void>

// As in shutdown.ts: the server's bundles and the process around them each hold a copy of this module.
const listener = Symbol.for('co-operation-tracker.refused-requests')
const shared = globalThis as { [listener]?: Listener }

/** Sets the listener for requests that the front server refuses before the application sees them. */
export function onRefusedRequest(work: Listener): void {
  shared[listener] = work
}

/** Reports a request that was refused because it came from another site or did not say where from. */
export function reportRefusedRequest(path: string): void {
  shared[listener]?.(path).catch((error) => {
    console.error('A refused request could not be audited.', error)
  })
}
