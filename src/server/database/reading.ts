import 'server-only'
import { type Database, pastOf, pastReading } from './database'

/**
 * Runs `read` with every query seeing the register as it stood after a revision of the log: `database()` gives it
 * the views over the log (prisma/migrations/20261128090000_past) instead of the tables. Nothing can be written.
 * @param number the revision's number in the whole log; 0 for the empty register before the first.
 * @param layOut makes what is found by words then, as JSON; left out where nothing is searched.
 */
export async function reading<T>(
  number: number,
  read: () => Promise<T>,
  layOut?: () => Promise<string>,
): Promise<T> {
  const past = await pastOf()
  return past.$transaction(async (tx) => {
    // What a view holds is not known before it is made. Taken for few rows, it would be made again for each row of
    // another: without that way of joining a list is ten times as fast. What the planner then takes for dear a
    // server would compile first, query by query, which takes far longer than to run it.
    await tx.$executeRaw`select set_config('register.number', ${String(number)}, true),
        set_config('search_path', 'past, public', true), set_config('enable_nestloop', 'off', true),
        set_config('jit', 'off', true),
        set_config('transaction_read_only', 'on', true)`
    return pastReading.run(tx as Database, async () => {
      if (layOut) {
        const entries = await layOut()
        await tx.$executeRaw`select set_config('register.entries', ${entries}, true)`
      }
      return read()
    })
  })
}
