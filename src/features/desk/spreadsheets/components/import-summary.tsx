import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'
import { columnLabel } from '../model/labels'
import { type Findings, tallyOf } from '../model/spreadsheet'

/** The dry run in numbers, and what of the file was not looked at. @param isSubmitted whether its changes have been submitted since. */
export async function ImportSummary({
  findings,
  isSubmitted,
}: {
  findings: Findings
  isSubmitted: boolean
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.summary')]
  const tally = tallyOf(findings)
  const { unknownColumns, missingColumns } = findings
  const number = (value: number) => formatNumber(value, language)
  const listed = (names: readonly string[]) => names.join(t('separator'))
  const rows = [
    ['rows', number(tally.rows)],
    ['unchanged', number(tally.unchanged)],
    ['changed', t('changedCells', { rows: tally.changedRows, cells: tally.changedCells })],
    ...(tally.detailedRows > 0 ? [['detailed', number(tally.detailedRows)] as const] : []),
    ['refused', number(tally.refusedRows)],
    ['conflicts', t('undecided', { all: tally.conflicts, open: tally.undecided })],
  ] as const
  return (
    <>
      <div className="desk-table">
        <table className="exchange-summary">
          <caption>{t(isSubmitted ? 'submitted' : 'caption')}</caption>
          <tbody>
            {rows.map(([name, says]) => (
              <tr key={name}>
                <th scope="row">{t(name)}</th>
                <td>{says}</td>
              </tr>
            ))}
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
