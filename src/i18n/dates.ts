/** The dates that sources give: an ISO day (2025-09-18) or, where no more is known, an ISO month (2025-09). */

/** An ISO month, as a pattern. */
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** Whether of a date only the month is known. */
export function isMonth(date: string): boolean {
  return monthPattern.test(date)
}

/** The first day (ISO) that a date can mean; of a day, that day. */
export function firstDayOf(date: string): string {
  return isMonth(date) ? `${date}-01` : date
}

/** The last day (ISO) that a date can mean; of a day, that day. */
export function lastDayOf(date: string): string {
  if (!isMonth(date)) return date
  const [year = 0, month = 0] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The last of dates, a month standing after its days; null where there is none. */
export function latestOf(dates: readonly (string | null)[]): string | null {
  const key = (date: string) => `${lastDayOf(date)} ${isMonth(date) ? 1 : 0}`
  return dates.reduce(
    (latest, date) =>
      date !== null && (latest === null || key(date) > key(latest)) ? date : latest,
    null,
  )
}
