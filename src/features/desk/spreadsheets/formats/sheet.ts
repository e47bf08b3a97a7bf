import type { FileCell } from '../input'
import type { FileProblem } from '../model/spreadsheet'

/** A row of a file, as the spreadsheet numbers it. */
export type FileRow = {
  number: number
  cells: FileCell[]
  /** Whether some of its cells are merged with others, so that all but the first hold nothing. */
  isMerged?: boolean
}
export type FileSheet = { name: string; rows: FileRow[] }

/** The file cannot be imported. */
export class SheetError extends Error {
  constructor(
    readonly problem: FileProblem,
    /** What it is about: a column's name. */
    readonly detail: string | null = null,
  ) {
    super(problem)
  }
}
