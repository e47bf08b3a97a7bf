import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'

/** Whether nothing is left out: TEST_EXHAUSTIVE=1. */
export const isExhaustive = process.env.TEST_EXHAUSTIVE === '1'

/**
 * What decides which part of a sample a run takes: TEST_SEED, or else the commit, so that each commit takes
 * another part and a run can be repeated. Kept in the environment: the processes of one run agree on it.
 */
process.env.TEST_SEED ??= String(seedOfCommit())
export const seed = Number.parseInt(process.env.TEST_SEED, 10)

/** All of a list in an exhaustive run, else the one whose turn it is; `name` tells one sample from another. */
export function byTurns<Item>(name: string, list: readonly Item[]): readonly Item[] {
  if (isExhaustive) return list
  const drawn = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() % list.length
  return list.slice(drawn, drawn + 1)
}

/** All of a list where it has to be whole, else what `byTurns` gives of it. */
export function wholeOrByTurns<Item>(
  isWhole: boolean,
  name: string,
  list: readonly Item[],
): readonly Item[] {
  return isWhole ? list : byTurns(name, list)
}

/** The commit as a number, or the day where there is no repository. */
function seedOfCommit(): number {
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number.parseInt(commit.slice(0, 7), 16)
  } catch {
    return Math.floor(Date.now() / 86_400_000)
  }
}
