import type { ItemState } from '@/features/register/states/model/states'
import type { Language } from '@/i18n/language'

/** A stretch of a line. */
export type Piece =
  | {
      kind: 'words'
      text: string
      language: Language
      isStrong?: boolean
      isQuiet?: boolean
    }
  /** A state as its shape and its word. */
  | { kind: 'state'; state: ItemState; text: string }
  | { kind: 'link'; href: string; text: string }
  /** Where a note is called, by its number. */
  | { kind: 'note'; number: number }

export type Line = Piece[]

export type Column = { label: Line; share: number }

export type Block =
  /** Level 1 is the first below the title. `id` is unique within the report. */
  | { kind: 'heading'; level: 1 | 2 | 3; id: string; line: Line }
  | { kind: 'paragraph'; line: Line }
  /** A list of entries: the head of each, and its details. */
  | { kind: 'entries'; caption: Line; entries: { head: Line; lines: Line[] }[] }
  /** The first cell of a row names the row. A cell is made of lines. */
  | { kind: 'table'; caption: Line; columns: Column[]; rows: Line[][][] }

/** A report in one language, block after block: what the page and the Word file both draw. */
export type WrittenReport = {
  language: Language
  title: string
  /** What it covers. */
  scope: Line
  /** As at which day, at which revision of the register. */
  facts: Line[]
  independence: string
  blocks: Block[]
  /** The notes in the order in which the text calls them: the first is note 1. */
  notes: Line[]
  notesHeading: string
  /** What is said at the end. */
  about: { heading: string; lines: Line[] }
  /** The register's own name. */
  register: string
}

/** The lines of a table's cells, and of the text, as plain words: for search, titles and tests. */
export function plainText(line: Line): string {
  return line.map((piece) => (piece.kind === 'note' ? `[${piece.number}]` : piece.text)).join('')
}
