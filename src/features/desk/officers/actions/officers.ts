'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Reason } from '@/components/forms/outcome'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { addOfficer } from '../commands/add-officer'
import { changeOfficer } from '../commands/change-officer'
import { disableOfficer, enableOfficer } from '../commands/disable-officer'
import { endOfficerSessions } from '../commands/end-officer-sessions'
import { issuePasswordLink } from '../commands/issue-password-link'
import { removeSecondFactor } from '../commands/remove-second-factor'
import { newOfficerInput, officerChange } from '../input'
import { officerForAction } from '../session'

/** What was typed of an officer, as the form shows it again. */
export type TypedOfficer = {
  email: string
  name: string
  role: string
  side: string
  language: string
  fields: string[]
}

/** Why the form of an officer was refused, with what was typed; or the link that was made, shown this once. */
export type OfficerFormState = {
  reason: Reason | null
  typed: TypedOfficer | null
  added: { id: string; name: string; link: string } | null
}

/** Adds an officer; the answer holds the one-time link. */
export async function addOfficerAction(
  _: OfficerFormState,
  form: FormData,
): Promise<OfficerFormState> {
  const typed = typedOfficer(form)
  const officer = await officerForAction(form)
  const refused = (reason: Reason) => ({ reason, typed, added: null })
  if (!officer) return refused('signed_out')
  const { language: _language, ...given } = typed
  const parsed = newOfficerInput.safeParse(given)
  if (!parsed.success) return refused('invalid_officer')
  const outcome = await addOfficer(officer, parsed.data)
  if (!outcome.ok) return refused(outcome.reason)
  refresh()
  const { id, name } = outcome.officer
  return { reason: null, typed: null, added: { id, name, link: outcome.link } }
}

/** Changes an officer's name, role, side, language and fields in charge. */
export async function changeOfficerAction(
  _: OfficerFormState,
  form: FormData,
): Promise<OfficerFormState> {
  const typed = typedOfficer(form)
  const officer = await officerForAction(form)
  const refused = (reason: Reason) => ({ reason, typed, added: null })
  if (!officer) return refused('signed_out')
  const parsed = officerChange.safeParse(typed)
  if (!parsed.success) return refused('invalid_officer')
  const id = String(form.get('id') ?? '')
  const outcome = await changeOfficer(officer, { id }, parsed.data)
  if (!outcome.ok) return refused(outcome.reason)
  const page = { pathname: '/desk/officers/[id]', params: { id } } as const
  redirect(hrefTo(languageOf(form), { ...page, query: { done: 'change' } }))
}

/** What came of an act on an officer's account. */
export type OfficerActState = {
  reason: Reason | null
  done: 'link' | 'disable' | 'enable' | 'end_sessions' | 'remove_second_factor' | null
  /** The one-time link, shown this once. */
  link: string | null
}

/** Makes a link, disables, lets in again, ends sessions or takes a lost second factor, by the button pressed. */
export async function officerAccountAction(
  _: OfficerActState,
  form: FormData,
): Promise<OfficerActState> {
  const refused = (reason: OfficerActState['reason']) => ({ reason, done: null, link: null })
  const officer = await officerForAction()
  if (!officer) return refused('signed_out')
  const key = { id: String(form.get('id') ?? '') }
  const act = form.get('act')
  if (act === 'link') {
    const outcome = await issuePasswordLink(officer, key)
    return outcome.ok ? { reason: null, done: act, link: outcome.link } : refused(outcome.reason)
  }
  if (!isAct(act)) return refused('not_allowed')
  const outcome = await acts[act](officer, key)
  if (!outcome.ok) return refused(outcome.reason)
  refresh()
  return { reason: null, done: act, link: null }
}

const acts = {
  disable: disableOfficer,
  enable: enableOfficer,
  end_sessions: endOfficerSessions,
  remove_second_factor: removeSecondFactor,
}

function isAct(value: unknown): value is keyof typeof acts {
  return typeof value === 'string' && Object.hasOwn(acts, value)
}

function typedOfficer(form: FormData): TypedOfficer {
  const typed = typedFields(form)
  const text = (name: string) => typed[name] ?? ''
  return {
    email: text('email').trim(),
    name: text('name'),
    role: text('role'),
    side: text('side'),
    // The form's own language is of the page; this one is the officer's.
    language: text('officerLanguage'),
    fields: form.getAll('fields').map(String),
  }
}
