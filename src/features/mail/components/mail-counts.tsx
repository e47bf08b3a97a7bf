import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '../../../i18n/formats'
import { hrefTo } from '../../../i18n/navigation'
import { type MailState, mailStates } from '../model'

/** How many mails there are of each state, what that means, and a link to list them alone. */
export async function MailCounts({ counts }: { counts: Record<MailState, number> }) {
  const [language, t] = [await getLocale(), await getTranslations('mail')]
  return (
    <div className="desk-table">
      <table>
        <caption>{t('counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('counts.state')}</th>
            <th scope="col">{t('counts.number')}</th>
            <th scope="col">{t('counts.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {mailStates.map((state) => (
            <tr key={state}>
              <td>
                <a href={hrefTo(language, { pathname: '/desk/mail', query: { state } })}>
                  {t(`states.${state}`)}
                </a>
              </td>
              <td>{formatNumber(counts[state], language)}</td>
              <td>{t(`meanings.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
