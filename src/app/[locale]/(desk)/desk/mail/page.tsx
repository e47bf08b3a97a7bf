import { randomUUID } from 'node:crypto'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Alert, Done } from '@/components/forms/outcome'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { sendTestAction } from '@/features/desk/mail/actions'
import { MailCounts } from '@/features/desk/mail/components/mail-counts'
import { MailList } from '@/features/desk/mail/components/mail-list'
import { mailPageQuery } from '@/features/desk/mail/input'
import { listMails } from '@/features/desk/mail/queries/list-mails'
import { mayManageMail } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'
import { environment } from '@/server/environment'
import { mailRoute } from '@/server/mail/mail-route'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** For administrators: how mails are sent, their states, and sending one again. */
export default async function MailPage({ searchParams }: Props) {
  const [language, desk, t, refusals] = [
    await getLocale(),
    await getTranslations('desk'),
    await getTranslations('mail'),
    await getTranslations('refusals'),
  ]
  const { state, done, refused } = mailPageQuery.parse(await searchParams)
  const here = { pathname: '/desk/mail', query: state ? { state } : {} } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  if (!mayManageMail(officer)) forbidden()
  const [route, { mails, counts }] = [mailRoute(), await listMails(state)]
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk')}>{desk('back')}</a>
      </p>
      <h1>{t('title')}</h1>
      {done && <Done>{t(`done.${done}`)}</Done>}
      {refused && <Alert>{refusals(refused)}</Alert>}
      <h2>{t('way.heading')}</h2>
      <p>
        {route.route === 'smtp'
          ? t('way.smtp', { server: route.server, from: environment().MAIL_FROM })
          : t('way.outbox', { folder: route.folder })}
      </p>
      <form action={sendTestAction} className="desk-actions">
        <HiddenFields values={{ token: randomUUID() }} />
        <button type="submit" className="desk-button-quiet">
          {t('test.send')}
        </button>
        <span className="desk-hint">{t('test.hint', { email: officer.email })}</span>
      </form>
      <h2>{t('counts.heading')}</h2>
      <MailCounts counts={counts} />
      <h2 id="mails">{t('list.heading')}</h2>
      {state && (
        <p>
          {t('list.ofState', { state: t(`states.${state}`) })}{' '}
          <a href={hrefTo(language, '/desk/mail')}>{t('list.showAll')}</a>
        </p>
      )}
      <MailList mails={mails} />
    </DeskPage>
  )
}
