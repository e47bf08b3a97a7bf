import 'server-only'

/**
 * Runs `read` with every query seeing the register as it stood after a revision of the log.
 * @param number the revision's number in the whole log; 0 for the empty register before the first.
 */
export async function reading<T>(
  number: number,
  read: () => Promise<T>,
  _options: { search: boolean },
): Promise<T> {
  throw new Error(`The past cannot be read yet: ${number}, ${read.name}.`)
}
