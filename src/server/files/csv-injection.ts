// A cell of a CSV file that begins with one of these is run as a formula by the programs that open it; the
// full-width forms are, in Chinese and Japanese editions.
const runs = /^'*[=+\-@＝＋－＠\t\r\n]/

/**
 * A text as a CSV cell that no spreadsheet executes: prefixed with an apostrophe where it would be. A text
 * that begins with apostrophes before such a character gets one more, so that `restore` always returns the
 * original.
 */
export function defuse(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** The original text of a defused CSV cell. */
export function restore(cell: string): string {
  return cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell
}
