import { createHash } from 'node:crypto'
import { seedOfRun } from '@/cli/test-seed.mjs'

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
