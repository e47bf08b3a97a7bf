import { getLocale, getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { formatNumber } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { type MailState, mailStates } from '../model'

/** How many mails there are of each state, what that means, and a link to list them alone. */
export async function MailCounts({ counts }: { counts: Record<MailState, number> }) {
  const [language, t] = [await getLocale(), await getTranslations('mail')]
  return (
    <div className="desk-table">
      <table>
        <caption>{t('counts.caption')}</caption>
        <TableHead columns={[t('counts.state'), t('counts.number')]} />
        <tbody>
          {mailStates.map((state) => (
            <tr key={state}>
              <td>
                <a href={`${hrefTo(language, { pathname: '/desk/mail', query: { state } })}#mails`}>
                  {t(`states.${state}`)}
                </a>
                <p className="desk-hint">{t(`meanings.${state}`)}</p>
              </td>
              <td>{formatNumber(counts[state], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
