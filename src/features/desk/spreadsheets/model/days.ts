/** A day as it was read; `ambiguous` where 3/4/2025 may be the third of April or the fourth of March. */
export type ReadDay = { day: string } | { problem: 'not_a_day' | 'ambiguous_day' }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * The day that a cell says: `2024-04-26`, `2024年4月26日`, `26 April 2024`, and what spreadsheets make of a day
 * when they save one as text (`2024/4/26`, `26/4/2024`).
 *
 * @param was the ISO day that stood there, which settles which of two days is meant when it is one of them.
 */
export function readDay(text: string, was: string): ReadDay {
  // A time of day behind it is the spreadsheet's, not the officer's.
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written)
  if (yearFirst) return only([realDay(yearFirst[1], yearFirst[2], yearFirst[3])])
  const inWords =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/i.exec(written) ?? null
  if (inWords) return only([realDay(inWords[3], monthNamed(inWords[2]), inWords[1])])
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(written)
  if (american) return only([realDay(american[3], monthNamed(american[1]), american[2])])
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written)
  if (!yearLast) return { problem: 'not_a_day' }
  const [, one, other, year] = yearLast
  const possible = [realDay(year, other, one), realDay(year, one, other)]
  return possible.includes(was) ? { day: was } : only(possible)
}

function only(possible: readonly (string | null)[]): ReadDay {
  const days = new Set(possible.filter((day) => day !== null))
  const [day] = days
  if (day === undefined) return { problem: 'not_a_day' }
  return days.size > 1 ? { problem: 'ambiguous_day' } : { day }
}

function monthNamed(name = ''): string {
  const short = name.toLowerCase()
  const full = months.findIndex((month) => short.startsWith(month))
  return String(full + 1)
}

/** The ISO day, when there is such a day; null otherwise. */
function realDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Whether a text is what a spreadsheet program shows for a day, with or without its year, or the number of one. */
export function isDayLike(text: string): boolean {
  return [
    /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/,
    /^\d{1,2}[-/ ][A-Za-z]{3,9}([-/ ]\d{2,4})?$/,
    /^[A-Za-z]{3,9}[-/ ]\d{1,4}$/,
    /^(\d{2,4}年)?\d{1,2}月(\d{1,2}[日号號])?$/,
    /^\d{5}$/,
  ].some((form) => form.test(text))
}
