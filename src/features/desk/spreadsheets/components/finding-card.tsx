import { getLocale, getTranslations } from 'next-intl/server'
import { isProblemCode } from '@/components/forms/problems'
import type { City } from '@/features/register/cities/model'
import { WordDifference } from '@/features/register/history/components/word-difference'
import { hrefTo } from '@/i18n/navigation'
import { textLanguage } from '../model/columns'
import { columnsOf } from '../model/compare'
import { columnLabel } from '../model/labels'
import {
  type CellProblem,
  cellProblems,
  decisionKey,
  type Finding,
  type RowRefusal,
} from '../model/spreadsheet'
import { CellText } from './cell-text'
import { ConflictChoice } from './conflict-choice'

/**
 * What the dry run says of one row: why it is refused, what is to be decided, every cell that would change.
 * @param mayDecide whether its conflicts can be decided here, by fields of the form around it.
 */
export async function FindingCard({
  finding,
  mayDecide,
  cities,
}: {
  finding: Finding
  mayDecide: boolean
  cities: readonly City[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  const { row, reference, kind, version, addsDetails, changes, conflicts, refusals, remarks } =
    finding
  const id = `row-${row}`
  return (
    <section className="exchange-row" aria-labelledby={id}>
      <h2 id={id}>
        {t('row.heading', { row, reference: reference || t('row.noReference') })}{' '}
        {version > 0 && (
          <a
            href={hrefTo(language, { pathname: '/desk/items/[reference]', params: { reference } })}
          >
            {t('row.open')}
          </a>
        )}
      </h2>
      {addsDetails && <p className="desk-hint">{t('row.addsDetails')}</p>}
      {refusals.length > 0 && (
        <div className="exchange-refused">
          <p>{t('row.refused')}</p>
          <ul>
            {refusals.map((refusal) => (
              <li key={`${refusal.column} ${refusal.reason}`}>
                <Refusal refusal={refusal} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {remarks.map((warning) => (
        <p key={warning} className="desk-hint">
          {t(`remarks.${warning}`)}
        </p>
      ))}
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.place}
          name={decisionKey(reference, conflict.place)}
          conflict={conflict}
          kind={kind}
          mayDecide={mayDecide}
          cities={cities}
        />
      ))}
      {mayDecide && conflicts.length > 0 && (
        <input type="hidden" name={`version:${reference}`} value={version} />
      )}
      <Changes
        cities={cities}
        finding={{
          ...finding,
          // A place that waits for a choice has not changed yet.
          changes: changes.filter(
            ({ column }) =>
              !conflicts.some(
                ({ place, decision }) => decision === null && columnsOf(place).includes(column),
              ),
          ),
        }}
      />
    </section>
  )
}

/** One reason why a row is refused, with the column that it stands in. */
async function Refusal({ refusal: { column, reason } }: { refusal: RowRefusal }) {
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  const refusals = await getTranslations('refusals')
  const why = isCellProblem(reason)
    ? t(`problems.cell.${reason}`)
    : isProblemCode(reason)
      ? refusals(`fields.${reason}`)
      : refusals(reason as 'not_in_charge')
  return <>{t('row.refusal', { column: columnLabel(column, language), why })}</>
}

/** Every cell of the row that would change: what it was and will be, word by word where both are texts. */
async function Changes({
  finding: { changes, kind },
  cities,
}: {
  finding: Finding
  cities: readonly City[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.row')]
  if (changes.length === 0) return null
  return (
    <dl className="exchange-changes">
      {changes.map(({ column, was, will }) => {
        const own = was && will ? textLanguage(column) : null
        const sides = [
          { side: 'before', label: t('was'), text: was },
          { side: 'after', label: t('will'), text: will },
        ] as const
        return (
          <div key={column}>
            <dt>{columnLabel(column, language)}</dt>
            {sides.map(({ side, label, text }) => (
              <dd key={side}>
                <small>{label}</small>
                {own ? (
                  <WordDifference before={was} after={will} language={own} only={side} />
                ) : (
                  <CellText column={column} kind={kind} text={text} cities={cities} />
                )}
              </dd>
            ))}
          </div>
        )
      })}
    </dl>
  )
}

function isCellProblem(reason: string): reason is CellProblem {
  return (cellProblems as readonly string[]).includes(reason)
}
