/** The present moment. One place, so that nothing else decides what time it is. */
export function now(): Date {
  return new Date()
}
