import { getTranslations } from 'next-intl/server'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { TableHead } from '@/components/site/table-head'
import { TimeText } from '@/components/site/time-text'
import { sendAgainAction } from '../actions'
import { maySendAgain } from '../model'
import type { ListedMail } from '../queries/list-mails'

/** Mails in the order given: to whom, of what, how far, and what went wrong. */
export async function MailList({ mails }: { mails: readonly ListedMail[] }) {
  const t = await getTranslations('mail')
  if (mails.length === 0) return <p>{t('list.none')}</p>
  return (
    <div className="desk-table">
      <table className="mail-list">
        <caption>{t('list.caption')}</caption>
        <TableHead columns={[t('list.mail'), t('list.state')]} />
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <td>
                <strong>{t(`kinds.${mail.kind}`)}</strong>
                <br />
                {mail.to.name}
                <p className="desk-hint">
                  {mail.to.email}
                  <br />
                  <TimeText time={mail.createdAt} />
                </p>
              </td>
              <td>
                <HowFar mail={mail} />
                {maySendAgain(mail.state) && <SendAgain mail={mail} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

async function HowFar({ mail }: { mail: ListedMail }) {
  const { state, route, attempts, nextAttemptAt, sentAt, problem } = mail
  const t = await getTranslations('mail')
  return (
    <>
      <strong>{t(`states.${state}`)}</strong>
      {state === 'sent' && route && (
        <p className="desk-hint">
          {t(`sentBy.${route}`)} · {sentAt && <TimeText time={sentAt} />}
        </p>
      )}
      {problem && (
        <>
          <br />
          {t(`problems.${problem.code}`)}
          {/* The server's own words, in whatever language it speaks. */}
          {problem.said && <p className="desk-hint">{problem.said}</p>}
        </>
      )}
      {attempts > 0 && nextAttemptAt && (
        <p className="desk-hint">
          {t('list.attempts', { count: attempts })}
          <br />
          {t('list.next')} <TimeText time={nextAttemptAt} />
        </p>
      )}
    </>
  )
}

/** The form to send one again; where it may arrive twice, a box to tick says that the officer knows. */
async function SendAgain({ mail }: { mail: ListedMail }) {
  const t = await getTranslations('mail')
  const box = `twice-${mail.id}`
  return (
    <form action={sendAgainAction}>
      <HiddenFields values={{ id: mail.id }} />
      {mail.state === 'uncertain' && (
        <label className="desk-choice" htmlFor={box}>
          <input id={box} type="checkbox" name="mayArriveTwice" value="yes" required />
          {t('again.twice')}
        </label>
      )}
      <button
        type="submit"
        className="desk-button-quiet"
        aria-label={t('again.sendTo', { name: mail.to.name })}
      >
        {t('again.send')}
      </button>
    </form>
  )
}
