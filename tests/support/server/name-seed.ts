import { seedOfRun } from '@/cli/test-seed.mjs'

/** Says with which seed a run draws, and gives it to the processes that draw. */
export default function setup(): void {
  if (process.env.TEST_SEED) return
  process.env.TEST_SEED = String(seedOfRun())
  console.log(`Drawn at random with TEST_SEED=${process.env.TEST_SEED}.`)
}
