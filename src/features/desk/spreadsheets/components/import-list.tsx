import { getLocale, getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { formatMoment } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { ImportProgress } from '../model/spreadsheet'

/** An officer's uploads: each leads to what came of it. */
export async function ImportList({ imports }: { imports: ImportProgress[] }) {
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  if (imports.length === 0) return <p>{t('imports.none')}</p>
  return (
    <div className="desk-table">
      <table>
        <TableHead columns={[t('imports.file'), t('imports.when'), t('imports.state')]} />
        <tbody>
          {imports.map(({ id, fileName, createdAt, state }) => (
            <tr key={id}>
              <td>
                <a href={hrefTo(language, { pathname: '/desk/imports/[id]', params: { id } })}>
                  {fileName}
                </a>
              </td>
              <td>
                <time dateTime={createdAt}>{formatMoment(createdAt, language)}</time>
              </td>
              <td>{t(`states.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
