import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { TimeText } from '@/components/site/time-text'
import { formatMoment } from '@/i18n/formats'
import { endSessionAction } from '../actions/account'
import type { OwnSession } from '../model'

/** The browsers in which one is signed in; each can be signed out. `ownId` is that of this one. */
export async function SessionList({ sessions, ownId }: { sessions: OwnSession[]; ownId: string }) {
  const [language, t] = [await getLocale(), await getTranslations('account.sessions')]
  const deviceName = ({ device }: OwnSession) =>
    t('onSystem', {
      browser: t(`browsers.${device.browser}`),
      system: t(`systems.${device.system}`),
    })
  const others = sessions.filter(({ id }) => id !== ownId)
  return (
    <>
      <p>{t('caption')}</p>
      <ul className="desk-rows">
        {sessions.map((session) => (
          <li key={session.id} className="desk-row">
            <div>
              <strong>{deviceName(session)}</strong>
              <small>
                {t('begun')} <TimeText time={session.begunAt} />
                {session.address && ` · ${session.address}`}
              </small>
            </div>
            {session.id === ownId ? (
              <span>{t('this')}</span>
            ) : (
              <form action={endSessionAction}>
                <HiddenFields values={{ id: session.id }} />
                <button
                  type="submit"
                  className="desk-button-quiet"
                  aria-label={t('endLabel', {
                    device: deviceName(session),
                    begun: formatMoment(session.begunAt, language),
                  })}
                >
                  {t('end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form action={endSessionAction}>
          <HiddenFields values={{}} />
          <button type="submit" name="which" value="others" className="desk-button-quiet">
            {t('endOthers')}
          </button>
        </form>
      )}
    </>
  )
}
