import { getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { wholeOf } from '../input'
import { tableNames } from '../model/table'
import { FileLinks, momentIn } from './download-line'

/** Every list whole, in each form. @param at the moment that the page was asked for. */
export async function FileList({ at }: { at: unknown }) {
  const t = await getTranslations('downloads')
  return (
    <table className="file-list">
      <TableHead columns={[t('lists.name'), t('lists.files')]} />
      <tbody>
        {tableNames.map((table) => (
          <tr key={table}>
            <th scope="row">{t(`names.${table}`)}</th>
            <td>
              <FileLinks
                table={table}
                query={{ ...wholeOf(table), ...momentIn(at) }}
                label={(format) => t('lists.fileOf', { table: t(`names.${table}`), format })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
