import { getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import type { ShownStatement } from '../confirmations'
import { lastConfirmed, stancesOf } from '../model'

/** Which side stands by a statement: 港 ✓ 滬 ✓, each with the day, and what confirming means. */
export async function Confirmations({
  statement: { assertedBy, confirmations },
}: {
  statement: Pick<ShownStatement, 'assertedBy' | 'confirmations'>
}) {
  const t = await getTranslations('progress.confirmation')
  const last = lastConfirmed(confirmations)
  return (
    <dl className="facts confirmations">
      <dt>{t('label')}</dt>
      <dd>
        <ul className="plain-list">
          {stancesOf(assertedBy, confirmations).map(({ side, stance, at }) => (
            <li key={side}>
              {stance === 'asserts' || stance === 'confirms' ? (
                <strong>{t(`marks.${side}`)}</strong>
              ) : (
                <span>{t(`short.${side}`)}</span>
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
