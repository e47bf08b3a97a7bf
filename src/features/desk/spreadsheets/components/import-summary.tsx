import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'
import { columnLabel } from '../model/labels'
import { type Findings, tallyOf } from '../model/spreadsheet'

/** The dry run in numbers, and what of the file was not looked at. */
export async function ImportSummary({ findings }: { findings: Findings }) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.summary')]
  const tally = tallyOf(findings)
  const { unknownColumns, missingColumns } = findings
  const number = (value: number) => formatNumber(value, language)
  const listed = (names: readonly string[]) => names.join(t('separator'))
  return (
    <>
      <div className="desk-table">
        <table className="exchange-summary">
          <caption>{t('caption')}</caption>
          <tbody>
            <tr>
              <th scope="row">{t('rows')}</th>
              <td>{number(tally.rows)}</td>
            </tr>
            <tr>
              <th scope="row">{t('unchanged')}</th>
              <td>{number(tally.unchanged)}</td>
            </tr>
            <tr>
              <th scope="row">{t('changed')}</th>
              <td>{t('changedCells', { rows: tally.changedRows, cells: tally.changedCells })}</td>
            </tr>
            <tr>
              <th scope="row">{t('refused')}</th>
              <td>{number(tally.refusedRows)}</td>
            </tr>
            <tr>
              <th scope="row">{t('conflicts')}</th>
              <td>{t('undecided', { all: tally.conflicts, open: tally.undecided })}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {unknownColumns.length > 0 && (
        <p className="desk-alert">{t('unknownColumns', { names: listed(unknownColumns) })}</p>
      )}
      {missingColumns.length > 0 && (
        <p>
          {t('missingColumns', {
            names: listed(missingColumns.map((key) => columnLabel(key, language))),
          })}
        </p>
      )}
    </>
  )
}
