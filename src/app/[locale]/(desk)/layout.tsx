import '@/app/styles/desk.css'
import '@/app/styles/desk-form.css'
import '@/app/styles/desk-lists.css'
import '@/app/styles/editor.css'
import '@/app/styles/review.css'
import '@/app/styles/texts.css'
import '@/app/styles/exchange.css'
import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MailNotice } from '@/features/desk/mail/components/mail-notice'
import { environment } from '@/server/environment'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('name'), robots: { index: false, follow: false } }
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('desk')
  // The forms translate what the actions answer, so the browser gets these words and no others.
  const {
    account,
    desk,
    drafts,
    edits,
    glossary,
    officers,
    progress,
    refusals,
    revisions,
    submissions,
    texts,
  } = await getMessages()
  return (
    <NextIntlClientProvider
      messages={{
        account,
        desk,
        drafts,
        edits: { form: edits.form },
        glossary: { notes: glossary.notes },
        officers,
        progress,
        refusals,
        revisions: { difference: revisions.difference },
        submissions,
        texts,
      }}
    >
      {children}
      <footer className="frame desk-power">
        {!environment().DATABASE_URL && <p>{t('powerCut')}</p>}
        <MailNotice />
      </footer>
    </NextIntlClientProvider>
  )
}
