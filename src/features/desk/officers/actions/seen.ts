'use server'

import { redirect } from 'next/navigation'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { markSeen } from '../commands/mark-seen'
import { officerForAction } from '../session'

/** "Mark all as seen": everything published up to the head that the page showed. */
export async function markSeenAction(form: FormData): Promise<void> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  const outcome = officer && (await markSeen(officer, { revision: Number(values.revision) }))
  const query = outcome?.ok ? { query: { done: 'seen' } } : {}
  redirect(hrefTo(languageOf(values), { pathname: '/desk', ...query }))
}
