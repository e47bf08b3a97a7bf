/** The present moment. One place, so that nothing else decides what time it is. */
export function now(): Date {
  return new Date()
}

/** The calendar day in Hong Kong, ISO (`2024-04-26`): the register's day, whatever the machine's zone. */
export function hongKongDay(moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Hong_Kong',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment)
}
