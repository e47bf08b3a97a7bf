import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'

/** Whether the loops of generated cases run at their whole length, as by `npm run test:exhaustive`. */
export const isExhaustive = process.env.TEST_EXHAUSTIVE === '1'

/**
 * How many generated cases to try.
 * @param whole the number where all of them are wanted.
 * @param part the number in any other run, whose seed moves with the commit: what one leaves out, a later tries.
 */
export function sampled(whole: number, part: number): number {
  return isExhaustive ? whole : part
}

/**
 * Of a list that need not be whole in each run: all of it in an exhaustive run, or where `isWhole`; else
 * the one whose turn it is by the run's seed.
 * @param name tells one sample from another, so that not all of a run are of the same language.
 */
export function wholeOrByTurns<Item>(
  isWhole: boolean,
  name: string,
  list: readonly Item[],
): readonly Item[] {
  if (isWhole || isExhaustive) return list
  const digest = createHash('sha256').update(`${seedOfRun()} ${name}`).digest()
  const turn = digest.readUInt32BE() % list.length
  return list.slice(turn, turn + 1)
}

/**
 * The seed of all that a run draws at random: TEST_SEED where it is set, else the commit, else the day. A
 * failure says it; set to it, TEST_SEED repeats the run.
 */
export function seedOfRun(): number {
  if (process.env.TEST_SEED) return Number(process.env.TEST_SEED)
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' })
  const commit = /^[0-9a-f]{7}/.exec(stdout ?? '')?.[0]
  return commit ? Number.parseInt(commit, 16) : Math.floor(Date.now() / 86_400_000)
}
