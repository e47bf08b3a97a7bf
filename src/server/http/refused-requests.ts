type Listener = (path: string) => Promise<void>

// As in shutdown.ts: the server's bundles and the process around them each hold a copy of this module.
const listener = Symbol.for('co-operation-tracker.turned-away')
const shared = globalThis as { [listener]?: Listener }

/** Names who is told of the requests that the front server turns away before anything of the register runs. */
export function onTurnedAway(work: Listener): void {
  shared[listener] = work
}

/** Tells of a request that came from a page of another site, or did not say from where. */
export function tellTurnedAway(path: string): void {
  shared[listener]?.(path).catch((error) => {
    console.error('A request turned away could not be audited.', error)
  })
}
