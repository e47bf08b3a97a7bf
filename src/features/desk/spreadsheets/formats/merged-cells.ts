import { attribute, pieces, taker } from '@/server/files/xml'
import type { FileRow } from './sheet'

/** Marks the rows of which a sheet merges cells. However many ranges a file names, each row is looked at once; yields to other requests. */
export async function markMerged(rows: FileRow[], sheet: string): Promise<FileRow[]> {
  const at = sheet.search(/<(\w+:)?mergeCells[\s>]/)
  const last = rows.at(-1)?.number ?? 0
  if (at < 0 || last > mostRows) return rows
  // How many ranges begin at each row, less those that ended before it.
  const changes = new Int32Array(last + 2)
  const turn = taker()
  for (const piece of pieces(sheet.slice(at))) {
    await turn()
    if (piece.type !== 'open' || piece.name !== 'mergeCell') continue
    const range = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(attribute(piece.attributes, 'ref') ?? '')
    const [from, to] = [Number(range?.[1] ?? 0), Number(range?.[2] ?? 0)]
    if (from < 1 || to < from || from > last) continue
    changes[from] = (changes[from] ?? 0) + 1
    changes[Math.min(to, last) + 1] = (changes[Math.min(to, last) + 1] ?? 0) - 1
  }
  const open = changes.map(summing())
  return rows.map((row) => ((open[row.number] ?? 0) > 0 ? { ...row, isMerged: true } : row))
}

/** The rows that a sheet can have. */
const mostRows = 1_048_576

function summing(): (change: number) => number {
  let sum = 0
  return (change) => {
    sum += change
    return sum
  }
}
