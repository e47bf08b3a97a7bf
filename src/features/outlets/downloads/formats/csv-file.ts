import { writeCsv } from '@/server/files/csv'
import { defuse } from '@/server/files/csv-injection'
import { type Cell, cellText, type TableName } from '../model/table'
import { columnsOf } from '../model/tables'

/**
 * A list as CSV in UTF-8: the names of the columns, then a row each, lines ended as Excel ends them. What a
 * spreadsheet would execute gets an apostrophe before it, which an upload at the desk takes off again.
 *
 * @param hasMark whether it begins with the byte order mark, by which Excel knows UTF-8.
 */
export async function csvFile(
  table: TableName,
  rows: AsyncIterable<Cell[][]>,
  { hasMark }: { hasMark: boolean },
): Promise<Buffer> {
  const parts = [writeCsv([columnsOf(table).map(({ name }) => name)], hasMark)]
  for await (const some of rows) {
    parts.push(
      writeCsv(
        some.map((cells) => cells.map((cell) => defuse(cellText(cell)))),
        false,
      ),
    )
  }
  return Buffer.concat(parts)
}
