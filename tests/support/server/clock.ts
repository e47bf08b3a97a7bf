import { vi } from 'vitest'

/** Sets the clock of this process, and stops it there: a time, or ms since 1970. Timers go on as they were. */
export function setClock(moment: Date | number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(moment)
}
