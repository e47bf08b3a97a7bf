import { getLocale, getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import type { TableName } from '../model/table'
import { columnsOf } from '../model/tables'
import { meaningOf } from '../wording/meaning'

/** Every column of a list: its name, its type, and what it says. */
export async function ColumnTable({ table }: { table: TableName }) {
  const [language, t] = [await getLocale(), await getTranslations('downloads.dictionary')]
  return (
    // Wider than a small screen, so a keyboard must be able to scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus
    <section className="scroll dictionary" aria-labelledby={table} tabIndex={0}>
      <table>
        <TableHead columns={[t('name'), t('type'), t('meaning')]} />
        <tbody>
          {columnsOf(table).map((column) => (
            <tr key={column.name}>
              <td>
                <code>{column.name}</code>
              </td>
              <td>
                <code>{column.type}</code>
              </td>
              <td>
                {meaningOf(column, language)}
                {column.codes && <code className="codes">{column.codes.join(' · ')}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
