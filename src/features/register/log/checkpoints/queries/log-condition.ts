import type { LogCondition } from '../model/checkpoint'

// The server's bundles hold several copies of this module: the job that checks and the page that tells of it
// must mean the same.
const held = Symbol.for('co-operation-tracker.log-condition')
const shared = globalThis as { [held]?: LogCondition }

/** What this server knows of the log. */
export function logCondition(): LogCondition {
  return shared[held] ?? { checkedAt: null, problem: null }
}

export function setLogCondition(condition: LogCondition): void {
  shared[held] = condition
}
