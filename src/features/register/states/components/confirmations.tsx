import { getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import type { Side } from '@/features/register/subjects/model/sides'
import type { ShownStatement } from '../model/statements'
import { lastConfirmed, stancesOf } from '../model/statements'

type Props = { statement: Pick<ShownStatement, 'assertedBy' | 'confirmations'> }

/** Which side stands by a statement, with the days; what confirming means; when that was last done. */
export async function Confirmations({ statement }: Props) {
  const t = await getTranslations('progress.confirmation')
  const last = lastConfirmed(statement.confirmations)
  return (
    <dl className="facts confirmations">
      <dt>{t('label')}</dt>
      <dd>
        <Stances statement={statement} />
        <p className="quiet confirmations-meaning">{t('meaning')}</p>
      </dd>
      {last && (
        <>
          <dt>{t('last')}</dt>
          <dd>
            <DateText date={last} />
          </dd>
        </>
      )}
    </dl>
  )
}

/** 港 ✓ 滬 ✓, each with the day; in words where a side has not confirmed, or sees it otherwise. */
export async function Stances({ statement: { assertedBy, confirmations } }: Props) {
  const t = await getTranslations('progress.confirmation')
  return (
    <ul className="plain-list">
      {stancesOf(assertedBy, confirmations).map(({ side, stance, at }) => (
        <li key={side}>
          {stance === 'asserts' || stance === 'confirms' ? (
            <strong>{t(`marks.${side}`)}</strong>
          ) : (
            t(`short.${side}`)
          )}{' '}
          <span className="quiet">
            {t(`stances.${stance}`)}
            {at && (
              <>
                {' '}
                <DateText date={at} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** In a list: 港 ✓ 滬 ✓, the sides that stand by what is stated. Draws nothing where none does. */
export async function ConfirmedBy({ sides }: { sides: readonly Side[] }) {
  if (sides.length === 0) return null
  const t = await getTranslations('progress.confirmation')
  return <span className="quiet">{sides.map((side) => t(`marks.${side}`)).join(' ')}</span>
}
