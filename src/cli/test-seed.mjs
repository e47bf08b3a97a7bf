import { spawnSync } from 'node:child_process'
import { root } from './preparation.mjs'

/**
 * The seed of all that a run of the tests draws: TEST_SEED where it is set, else the commit's or the day's.
 * @returns {number} a whole number.
 */
export function seedOfRun() {
  if (process.env.TEST_SEED) return Number(process.env.TEST_SEED)
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  })
  return seedOf(status === 0 ? stdout.trim() : undefined, new Date())
}

/**
 * Moved by every commit, so that runs together see more than any of them, and the same for the same commit, so
 * that what failed fails again.
 * @param {string | undefined} commit the commit's hash in hexadecimal, where there is one.
 * @param {Date} now gives the day (UTC) where there is none.
 * @returns {number} a whole number from 0 below 2 ** 28, or the day as yyyymmdd.
 */
export function seedOf(commit, now) {
  return commit
    ? Number.parseInt(commit.slice(0, 7), 16)
    : Number(now.toISOString().slice(0, 10).replaceAll('-', ''))
}
