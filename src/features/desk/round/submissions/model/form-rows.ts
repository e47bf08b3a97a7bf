import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'

/** The numbers of the rows that a form has of a list, in order: `citations` has 0 and 2 where `citations.1.quote` is missing. */
export function rowsOf(values: Readonly<FormValues>, path: string): number[] {
  const numbers = new Set<number>()
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${path}.`)) continue
    const number = /^\d+(?=\.|$)/.exec(name.slice(path.length + 1))?.[0]
    if (number !== undefined) numbers.add(Number(number))
  }
  return [...numbers].sort((a, b) => a - b)
}

/** Whether nothing has been typed or chosen in a citation; what is preset does not count. */
export function isBlankCitation(values: Readonly<FormValues>, row: string): boolean {
  const typed =
    values[`${row}.source.kind`] === 'new'
      ? ['source.publisher', 'source.title', 'source.publishedOn', 'source.url']
      : ['source.slug']
  return [...typed, 'quote', 'locator'].every((name) => !values[`${row}.${name}`]?.trim())
}

/** The lists of a form: where their rows are, and when one is blank. */
const lists: [pattern: RegExp, isBlank: (values: Readonly<FormValues>, row: string) => boolean][] =
  [
    [/^(facts\.(?:fields|projects|signatories))\.\d+$/, (values, row) => !values[row]],
    [/^(facts\.parties)\.\d+\./, (values, row) => !values[`${row}.organisation`]],
    [/^((?:facts\.announced\.\w+\.)?citations)\.\d+\./, isBlankCitation],
  ]

/**
 * The values with every list's blank rows left out and the others numbered without gaps, as the input made of
 * them counts its rows: a problem of the second citation is then about the second row.
 */
export function compacted(values: Readonly<FormValues>): FormValues {
  let result: FormValues = { ...values }
  for (const [path, isBlank] of listsIn(values)) {
    const kept = rowsOf(values, path).filter((row) => !isBlank(values, `${path}.${row}`))
    result = withRows(result, path, kept)
  }
  return result
}

function listsIn(values: Readonly<FormValues>) {
  const found = new Map<string, (typeof lists)[number][1]>()
  for (const name of Object.keys(values)) {
    for (const [pattern, isBlank] of lists) {
      const path = pattern.exec(name)?.[1]
      if (path) found.set(path, isBlank)
    }
  }
  return found
}

/** The values with one row of a list taken out. */
export function withoutRow(values: Readonly<FormValues>, path: string, row: number): FormValues {
  return withRows(
    values,
    path,
    rowsOf(values, path).filter((number) => number !== row),
  )
}

/** The values with one row of a list before the one above it. */
export function withRowRaised(values: Readonly<FormValues>, path: string, row: number): FormValues {
  const rows = rowsOf(values, path)
  const at = rows.indexOf(row)
  if (at < 1) return { ...values }
  rows.splice(at, 1)
  rows.splice(at - 1, 0, row)
  return withRows(values, path, rows)
}

/** The values with a list of these of its rows, numbered anew in this order; `as:` names follow their rows. */
function withRows(values: Readonly<FormValues>, path: string, rows: readonly number[]): FormValues {
  const result: FormValues = {}
  const renamed = new Map(rows.map((row, index) => [`as:${path}.${row}`, `as:${path}.${index}`]))
  const gone = new Set(rowsOf(values, path).map((row) => `as:${path}.${row}`))
  for (const [name, value] of Object.entries(values)) {
    const moved = renamed.get(value) ?? (gone.has(value) ? '' : value)
    const inList = name.startsWith(`${path}.`)
      ? /^(\d+)(.*)$/.exec(name.slice(path.length + 1))
      : null
    if (!inList) {
      result[name] = moved
      continue
    }
    const index = rows.indexOf(Number(inList[1]))
    if (index >= 0) result[`${path}.${index}${inList[2]}`] = moved
  }
  return result
}
