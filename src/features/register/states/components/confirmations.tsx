import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import type { City, Side } from '@/features/register/cities/model'
import { lastConfirmed, type ShownStatement, stancesOf, standsBy } from '../model/statements'

type Props = { statement: Pick<ShownStatement, 'confirmations' | 'sides'> }

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

/** 港 ✓ 滬 ✓, each with the day; in words where a side has not confirmed, or sees it differently. */
export async function Stances({ statement: { confirmations, sides } }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('progress.confirmation')]
  return (
    <ul className="plain-list">
      {stancesOf(sides, confirmations).map(({ side, stance, at, revision }) => (
        <li key={side.code}>
          {standsBy(stance) ? (
            <strong>{t('mark', { city: side.shortName[language] })}</strong>
          ) : (
            side.shortName[language]
          )}{' '}
          <span className="quiet">
            {t(`stances.${stance}`)}
            {at && (
              <>
                {' '}
                <DateText date={at} />
              </>
            )}
            {revision !== null && ` ${t('ofRevision', { revision })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** In a list: 港 ✓ 滬 ✓, the sides that stand by what is stated. Draws nothing where none does. */
export async function ConfirmedBy({
  item: { sides, confirmedBy },
}: {
  item: { sides: readonly City[]; confirmedBy: readonly Side[] }
}) {
  if (confirmedBy.length === 0) return null
  const [language, t] = [await getLocale(), await getTranslations('progress.confirmation')]
  const marks = sides
    .filter(({ code }) => confirmedBy.includes(code))
    .map(({ shortName }) => t('mark', { city: shortName[language] }))
  return <span className="quiet">{marks.join(' ')}</span>
}
