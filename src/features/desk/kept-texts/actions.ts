'use server'

import { redirect } from 'next/navigation'
import type { Reason } from '@/components/forms/outcome'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { editorPage } from '../frame/model'
import { officerForAction } from '../officers/session'
import { keepText } from './commands'

/** What the form shows after a refusal: why, and what was typed. */
export type KeptTextState = { reason: Reason | null; body: string | null }

/** Keeps the words of a source, and shows its editor again. */
export async function keepTextAction(_: KeptTextState, form: FormData): Promise<KeptTextState> {
  const values = typedFields(form)
  const { source = '', body = '' } = values
  const officer = await officerForAction(form)
  if (!officer) return { reason: 'signed_out', body }
  const outcome = await keepText(officer, { source, body })
  if (!outcome.ok) return { reason: outcome.reason, body }
  const path = hrefTo(languageOf(values), {
    ...editorPage('source', outcome.source),
    query: { kept: '1' },
  })
  redirect(`${path}#kept-text`)
}
