'use server'

import { redirect } from 'next/navigation'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { officerForAction } from '../officers/session'
import { sendMailAgain } from './commands/send-again'
import { sendTestMail } from './commands/send-test'

/** Sends a mail again, and shows the list with what came of it. */
export async function sendAgainAction(form: FormData): Promise<void> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  const outcome = officer
    ? await sendMailAgain(officer, {
        id: values.id ?? '',
        mayArriveTwice: values.mayArriveTwice ?? 'no',
      })
    : signedOut
  show(values, outcome.ok ? { done: 'again' } : { refused: outcome.reason })
}

/** Sends the officer a test mail. */
export async function sendTestAction(form: FormData): Promise<void> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  const outcome = officer ? await sendTestMail(officer, { token: values.token ?? '' }) : signedOut
  show(values, outcome.ok ? { done: 'test' } : { refused: outcome.reason })
}

const signedOut = { ok: false, reason: 'signed_out' } as const

function show(values: Record<string, string>, query: Record<string, string>): never {
  redirect(hrefTo(languageOf(values), { pathname: '/desk/mail', query }))
}
