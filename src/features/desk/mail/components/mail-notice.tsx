import { getTranslations } from 'next-intl/server'
import { mailRoute } from '@/server/mail/mail-route'

/** A line that says that mails are only written as files; nothing where there is a mail server. */
export async function MailNotice() {
  if (mailRoute().route === 'smtp') return null
  const t = await getTranslations('mail')
  return <p>{t('way.notice')}</p>
}
