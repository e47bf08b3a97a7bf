'use server'

import { refresh } from 'next/cache'
import type { Reason } from '@/components/forms/outcome'
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from '../commands/authenticator'
import { addPasskey, beginPasskey, removePasskey } from '../commands/passkeys'
import { type PendingApp, pendingApp } from '../input'
import type { Officer } from '../model'
import { browser, currentSessionId, keepSession, officerForAction } from '../session'

/** Where the setting up of the authenticator app stands. */
export type AuthenticatorState = {
  reason: Reason | null
  /** Made and not confirmed yet. */
  pending: PendingApp | null
  /** Shown this once. */
  recoveryCodes: string[] | null
  done: 'confirmed' | 'renewed' | 'removed' | null
}

/** Sets up the authenticator app, step by step; makes new recovery codes; switches it off. By the button pressed. */
export async function authenticatorAction(
  previous: AuthenticatorState,
  form: FormData,
): Promise<AuthenticatorState> {
  const nothing = { reason: null, pending: null, recoveryCodes: null, done: null }
  const officer = await officerForAction()
  if (!officer) return { ...nothing, reason: 'signed_out' }
  const password = String(form.get('password') ?? '')
  switch (form.get('step')) {
    case 'begin': {
      const outcome = await beginAuthenticator(officer, { password }, await browser())
      if (!outcome.ok) return { ...nothing, reason: outcome.reason }
      return { ...nothing, pending: outcome.app }
    }
    case 'confirm': {
      const input = { code: String(form.get('code') ?? '') }
      const outcome = await confirmAuthenticator(officer, input, await browser())
      if (!outcome.ok) {
        // It comes back from the browser that it was sent to, and goes nowhere else.
        const pending = pendingApp.safeParse(previous.pending).data ?? null
        return { ...nothing, reason: outcome.reason, pending }
      }
      await keepSession(outcome.cookies)
      return { ...nothing, recoveryCodes: outcome.recoveryCodes, done: 'confirmed' }
    }
    case 'renew': {
      const outcome = await renewRecoveryCodes(officer, { password }, await browser())
      if (!outcome.ok) return { ...nothing, reason: outcome.reason }
      refresh()
      return { ...nothing, recoveryCodes: outcome.recoveryCodes, done: 'renewed' }
    }
    default:
      return remove(officer, password, nothing)
  }
}

async function remove(
  officer: Officer,
  password: string,
  nothing: AuthenticatorState,
): Promise<AuthenticatorState> {
  const outcome = await removeAuthenticator(officer, { password }, await browser())
  if (!outcome.ok) return { ...nothing, reason: outcome.reason }
  await keepSession(outcome.cookies)
  return { ...nothing, done: 'removed' }
}

/** What the browser is to make a passkey by. */
export async function beginPasskeyAction(password: string) {
  const officer = await officerForAction()
  if (!officer) return { ok: false as const, reason: 'signed_out' as const }
  return beginPasskey(officer, { password: String(password) }, await browser())
}

/** Adds the passkey that the browser has made. */
export async function addPasskeyAction(name: string, response: unknown) {
  const officer = await officerForAction()
  if (!officer) return { ok: false as const, reason: 'signed_out' as const }
  return addPasskey(officer, { name: String(name), response, keep: await currentSessionId() })
}

/** What the removal of a passkey shows again. */
export type PasskeyRemovalState = {
  reason: Reason | null
  done: boolean
}

/** Removes a passkey. */
export async function removePasskeyAction(
  _: PasskeyRemovalState,
  form: FormData,
): Promise<PasskeyRemovalState> {
  const officer = await officerForAction()
  if (!officer) return { reason: 'signed_out', done: false }
  const outcome = await removePasskey(
    officer,
    {
      id: String(form.get('id') ?? ''),
      password: String(form.get('password') ?? ''),
      keep: await currentSessionId(),
    },
    await browser(),
  )
  if (!outcome.ok) return { reason: outcome.reason, done: false }
  refresh()
  return { reason: null, done: true }
}
