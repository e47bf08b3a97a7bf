import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Job, startScheduler, wakeJob } from './scheduler'
import { shutDown } from './shutdown'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T01:59:57.250Z') })
})
afterEach(async () => {
  await shutDown()
  vi.useRealTimers()
})

/** A job that notes at which second it ran. */
function clocked(everySeconds: number, work: () => Promise<void> = async () => {}) {
  const ran: string[] = []
  const job: Job = {
    name: 'clocked',
    everySeconds,
    run: async () => {
      ran.push(new Date().toISOString().slice(11, 23))
      await work()
    },
  }
  return { ran, job }
}

/** A piece of work that ends when it is told to. */
function heldUp() {
  let release = () => {}
  const work = () =>
    new Promise<void>((resolve) => {
      release = resolve
    })
  return { work, release: () => release() }
}

it('runs a job at once and then on the clock’s multiples of its seconds', async () => {
  const [short, long] = [clocked(5), clocked(60)]
  startScheduler([short.job, long.job])
  await vi.advanceTimersByTimeAsync(13_000)
  expect(short.ran).toEqual(['01:59:57.250', '02:00:00.000', '02:00:05.000', '02:00:10.000'])
  expect(long.ran).toEqual(['01:59:57.250', '02:00:00.000'])
})

it('never runs a job while it is running, and keeps the others going', async () => {
  const { work, release } = heldUp()
  const [slow, other] = [clocked(5, work), clocked(5)]
  startScheduler([slow.job, other.job])
  await vi.advanceTimersByTimeAsync(12_000)
  expect(slow.ran).toHaveLength(1)
  expect(other.ran).toHaveLength(3)
  release()
  // 02:00:09.250 now: the next multiple is 02:00:10.
  await vi.advanceTimersByTimeAsync(1_000)
  expect(slow.ran).toEqual(['01:59:57.250', '02:00:10.000'])
  release()
})

it('runs a job at once when it is woken, and once more when that happens during a run', async () => {
  const { work, release } = heldUp()
  const { ran, job } = clocked(5, work)
  startScheduler([job])
  await vi.advanceTimersByTimeAsync(100)
  wakeJob('clocked')
  wakeJob('clocked')
  expect(ran).toHaveLength(1)
  release()
  await vi.advanceTimersByTimeAsync(100)
  expect(ran).toEqual(['01:59:57.250', '01:59:57.350'])
  release()
  await vi.advanceTimersByTimeAsync(400)
  expect(ran).toHaveLength(2)
  wakeJob('clocked')
  wakeJob('no such job')
  await vi.advanceTimersByTimeAsync(50)
  expect(ran.at(-1)).toBe('01:59:57.850')
  release()
  await vi.advanceTimersByTimeAsync(2_150)
  expect(ran.at(-1)).toBe('02:00:00.000')
  release()
})

it('reports a job that throws in one line without a password, once until it works, and goes on', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  let reason: string | null =
    'Invalid call in\n  file.ts\n\nno answer from postgresql://a:secret@db/x'
  const { ran, job } = clocked(5, async () => {
    if (reason) throw new TypeError(reason)
  })
  startScheduler([job])
  await vi.advanceTimersByTimeAsync(8_000)
  expect(ran).toHaveLength(3)
  expect(log.mock.calls).toEqual([
    ['The job clocked failed: TypeError: no answer from postgresql://…@db/x'],
  ])
  reason = null
  await vi.advanceTimersByTimeAsync(5_000)
  reason = 'again'
  await vi.advanceTimersByTimeAsync(5_000)
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
})

it('stops at shutdown, once the run in progress has ended, and tells that run', async () => {
  const { work, release } = heldUp()
  const signals: AbortSignal[] = []
  let runs = 0
  startScheduler([
    {
      name: 'slow',
      everySeconds: 5,
      run: (stopping) => {
        signals.push(stopping)
        runs += 1
        return work()
      },
    },
  ])
  let isDown = false
  const down = shutDown().then(() => {
    isDown = true
  })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(signals[0]?.aborted).toBe(true)
  expect(isDown).toBe(false)
  release()
  await down
  await vi.advanceTimersByTimeAsync(20_000)
  expect(runs).toBe(1)
})

it('does not wait at shutdown for the next multiple', async () => {
  const { ran, job } = clocked(3_600)
  startScheduler([job])
  await vi.advanceTimersByTimeAsync(1)
  await shutDown()
  expect(ran).toHaveLength(1)
})

it('starts once in a process, and anew after a shutdown', async () => {
  const [first, second] = [clocked(5), clocked(5)]
  startScheduler([first.job])
  startScheduler([second.job])
  await vi.advanceTimersByTimeAsync(1)
  expect([first.ran.length, second.ran.length]).toEqual([1, 0])
  await shutDown()
  startScheduler([second.job])
  await vi.advanceTimersByTimeAsync(1)
  expect(second.ran).toHaveLength(1)
})

it('does not stand still when the clock is set back', async () => {
  const { ran, job } = clocked(5)
  startScheduler([job])
  await vi.advanceTimersByTimeAsync(1_000)
  vi.setSystemTime(new Date('2026-11-30T00:00:00Z'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ran.length).toBeGreaterThanOrEqual(2)
})
