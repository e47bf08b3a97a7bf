import { getTranslations } from 'next-intl/server'
import { TimeText } from '@/components/site/time-text'
import type { LogCondition, ShownCheckpoint } from '../model/checkpoint'

type Props = { checkpoint: ShownCheckpoint | null; condition: LogCondition }

/** What is signed now, and whether the log is still what was signed. */
export async function CurrentCheckpoint({ checkpoint, condition }: Props) {
  const [t, site] = [await getTranslations('verify'), await getTranslations('site')]
  const { problem, checkedAt } = condition
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('now.heading')}</h2>
      {problem && (
        <p className="notice" role="alert">
          {t('altered', {
            what: t(`what.${problem.kind}`, { number: 'number' in problem ? problem.number : 0 }),
          })}
        </p>
      )}
      {!checkpoint && <p>{t('unsigned')}</p>}
      {checkpoint && (
        <>
          <p>{t('now.lead')}</p>
          <p className="fingerprint">
            <span className="visually-hidden">{t('now.fingerprint')} </span>
            <code>{checkpoint.root}</code>
          </p>
          <dl className="facts">
            <dt>{t('now.size')}</dt>
            <dd>{t('now.sizeValue', { size: checkpoint.size })}</dd>
            <dt>{t('now.signedAt')}</dt>
            <dd>
              <TimeText time={checkpoint.signedAt} />
              <span className="quiet">{site('hongKongTime')}</span>
            </dd>
            <dt>{t('now.number')}</dt>
            <dd>{t('now.numberValue', { number: checkpoint.number })}</dd>
            <dt>{t('now.key')}</dt>
            <dd>{t('now.keyValue', { number: checkpoint.key, id: checkpoint.keyId })}</dd>
            <dt>{t('now.checkedAt')}</dt>
            <dd>
              {checkedAt ? <TimeText time={checkedAt} /> : t('now.notChecked')}
              {checkedAt && <span className="quiet">{site('hongKongTime')}</span>}
            </dd>
          </dl>
          <p>
            <a href="/log/checkpoint.txt" download="checkpoint.txt" className="standing">
              {t('now.keep')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
