import 'server-only'
import { type Database, pastOf, pastReading } from './database'

/**
 * Runs `read` with every query seeing the register as it stood after a revision of the log: `database()` gives it
 * the views over the log (prisma/migrations/20261128090000_past) instead of the tables. Nothing can be written.
 * @param number the revision's number in the whole log; 0 for the empty register before the first.
 * @param laidOut what the views read that the log does not hold as such, as JSON: `entries`, made within the
 *   reading, are what is found by words then, left out where nothing is searched; `standings` are how subjects stood
 *   on a day, left out where no day is asked for.
 */
export async function reading<T>(
  number: number,
  read: () => Promise<T>,
  laidOut: { entries?: () => Promise<string>; standings?: string } = {},
): Promise<T> {
  const past = await pastOf()
  return past.$transaction(async (tx) => {
    // The planner has no statistics of a view. It assumes few rows and picks nested loops, which compute the
    // view again for each outer row: without nested loops these queries are ten times as fast. A server would
    // then compile the seemingly expensive plans (JIT), which takes far longer than running them.
    await tx.$executeRaw`select set_config('register.number', ${String(number)}, true),
        set_config('search_path', 'past, public', true), set_config('enable_nestloop', 'off', true),
        set_config('jit', 'off', true),
        set_config('transaction_read_only', 'on', true)`
    return pastReading.run(tx as Database, async () => {
      if (laidOut.entries) {
        const entries = await laidOut.entries()
        await tx.$executeRaw`select set_config('register.entries', ${entries}, true)`
      }
      // After the entries, which are kept for every day.
      if (laidOut.standings !== undefined) {
        await tx.$executeRaw`select set_config('register.standing', ${laidOut.standings}, true)`
      }
      return read()
    })
  })
}
