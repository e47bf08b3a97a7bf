import { getTranslations } from 'next-intl/server'
import { wholeOf } from '../input'
import { formats, tableNames } from '../model/table'
import { fileHref, momentIn } from './download-line'

/** Every list whole, in each form. @param at the moment that the page was asked for. */
export async function FileList({ at }: { at: unknown }) {
  const t = await getTranslations('downloads')
  return (
    <table className="file-list">
      <thead>
        <tr>
          <th scope="col">{t('lists.name')}</th>
          <th scope="col">{t('lists.files')}</th>
        </tr>
      </thead>
      <tbody>
        {tableNames.map((table) => (
          <tr key={table}>
            <th scope="row">{t(`names.${table}`)}</th>
            <td>
              {formats.map((format, index) => (
                <span key={format}>
                  {index > 0 && ' · '}
                  <a
                    href={fileHref(table, format, {
                      ...wholeOf(table),
                      ...momentIn(at),
                    })}
                    aria-label={t('lists.fileOf', {
                      table: t(`names.${table}`),
                      format: format.toUpperCase(),
                    })}
                    download
                  >
                    {format.toUpperCase()}
                  </a>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
