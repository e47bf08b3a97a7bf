'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { IntentButton } from '@/components/forms/intent-button'
import { formatTime } from '@/i18n/formats'
import { saveDraftAction } from '../actions'
import { seenField } from '../model'

type Props = {
  /** Which form: `statement:6-4.2`, `edit:document:6-d01`. */
  draftKey: string
  /** The subject's version that the officer has before them. */
  baseVersion: number
  /** ISO time at which what the form shows was kept; null when it is no draft. */
  savedAt?: string | null
  /** The versions of the draft that the form has seen, as `seenField` has them. */
  seen?: string | undefined
}

type Failure = 'unreachable' | 'signed_out' | 'not_kept'
type Kept =
  | { how: 'unheard' | 'watching' | 'saving' | Failure }
  | { how: 'kept' | 'moved'; at: string }

/** Milliseconds after the last key before a draft is sent, and between two tries when one was not taken. */
const pause = 1500
const patience = 10_000

/**
 * Keeps what is typed in the form that it stands in: soon after the last key, on leaving a field or the tab.
 * Says when, in a quiet line; where nothing can be kept says why and goes on trying. Draws nothing without
 * JavaScript: the form has its own button for that. What another window has kept is never overwritten.
 */
export function Autosave({ draftKey, baseVersion, savedAt = null, seen = '' }: Props) {
  const t = useTranslations('drafts')
  const place = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState<Kept>({ how: 'unheard' })
  // As the form was opened, and as its own saves go on: what another window keeps, this one has not seen.
  const [firstSeen] = useState(seen)
  const latest = useRef(seen)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    setKept(savedAt ? { how: 'kept', at: savedAt } : { how: 'watching' })
    const send = (version: string, values: FormData) =>
      saveDraftAction({ key: draftKey, baseVersion, version }, values)
    return watch(form, latest, send, setKept)
  }, [draftKey, baseVersion, savedAt])

  const failure =
    kept.how === 'unreachable' || kept.how === 'signed_out' || kept.how === 'not_kept'
      ? kept.how
      : null
  return (
    <div ref={place} className="desk-autosave">
      <input type="hidden" name={seenField} value={firstSeen} />
      {(kept.how === 'watching' || kept.how === 'saving') && (
        <p className="desk-hint">{t(kept.how)}</p>
      )}
      {kept.how === 'kept' && (
        <p className="desk-hint">{t('kept', { time: formatTime(kept.at) })}</p>
      )}
      {failure && <p className="desk-error">{t(failure)}</p>}
      {kept.how === 'moved' && (
        <p className="desk-error">
          {t('movedNotKept', { time: formatTime(kept.at) })}{' '}
          <IntentButton value="draft">{t('seeBoth')}</IntentButton>
        </p>
      )}
      {/* Announced when saving starts or stops working, not at each of a hundred saves. */}
      <p role="status" className="visually-hidden">
        {kept.how === 'kept' && t('keptSpoken')}
        {failure && t(failure)}
        {kept.how === 'moved' && t('movedNotKept', { time: formatTime(kept.at) })}
      </p>
    </div>
  )
}

type Answer = Awaited<ReturnType<typeof saveDraftAction>>

/**
 * Saves the form's fields when they have changed, and once more before the form is submitted: if the submit
 * fails on the network, the page and everything typed in it is lost.
 * @returns a function that stops it.
 */
function watch(
  form: HTMLFormElement,
  seen: { current: string },
  send: (version: string, values: FormData) => Promise<Answer>,
  tell: (kept: Kept) => void,
): () => void {
  let changed = false
  let sending: Promise<void> | undefined
  let failing: Failure | 'moved' | null = null
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (wait: number) => {
    clearTimeout(timer)
    if (!over) timer = setTimeout(keep, wait)
  }

  function keep(): Promise<void> {
    clearTimeout(timer)
    if (changed && !over && failing !== 'moved') {
      sending ??= sendNow().finally(() => {
        sending = undefined
      })
    }
    return sending ?? Promise.resolve()
  }
  async function sendNow() {
    changed = false
    const version = newVersion()
    const values = new FormData(form)
    // Should the answer be lost, the draft may be of this version none the less.
    seen.current = [...seen.current.split(' '), version].slice(-mostSeen).join(' ').trim()
    const answer = await send(version, values).catch(() => null)
    if (answer?.ok) seen.current = answer.version
    if (over) return
    if (answer?.ok) {
      failing = null
      // What was typed meanwhile is not in it.
      if (changed) later(pause)
      else tell({ how: 'kept', at: answer.savedAt })
      return
    }
    changed = true
    if (answer?.reason === 'draft_moved') {
      failing = 'moved'
      tell({ how: 'moved', at: answer.movedAt })
      return
    }
    failing =
      answer === null ? 'unreachable' : answer.reason === 'signed_out' ? 'signed_out' : 'not_kept'
    tell({ how: failing })
    later(patience)
  }
  const typed = () => {
    changed = true
    if (!failing) tell({ how: 'saving' })
    if (!sending && failing !== 'moved') later(pause)
  }
  const hidden = () => {
    if (document.visibilityState === 'hidden') void keep()
  }
  const submitted = (event: SubmitEvent) => {
    if (over) return
    if (failing === 'moved' || (navigator.onLine && !changed && !sending)) {
      // Submitting ends the draft, and nothing may bring it back; or the server shows both drafts.
      over = true
      clearTimeout(timer)
      return
    }
    event.preventDefault()
    if (navigator.onLine) void keepAndSubmit(event.submitter)
    else tell({ how: 'unreachable' })
  }
  async function keepAndSubmit(submitter: HTMLElement | null) {
    // The second holds what was typed while the first was on its way.
    await sending
    await keep()
    if (over || failing === 'unreachable') return
    over = true
    clearTimeout(timer)
    form.requestSubmit(submitter)
  }
  const leaving = (event: BeforeUnloadEvent) => {
    void keep()
    if (failing && !over) event.preventDefault()
  }

  const watching = new AbortController()
  const { signal } = watching
  form.addEventListener('input', typed, { signal })
  const tellSeen = ({ formData }: FormDataEvent) => formData.set(seenField, seen.current)
  form.addEventListener('formdata', tellSeen, { signal })
  form.addEventListener('focusout', keep, { signal })
  form.addEventListener('submit', submitted, { signal })
  document.addEventListener('visibilitychange', hidden, { signal })
  window.addEventListener('online', keep, { signal })
  window.addEventListener('beforeunload', leaving, { signal })
  // On a slow connection an officer types before hydration, and the browser may restore what was typed
  // before.
  if (isChanged(form)) typed()
  return () => {
    over = true
    clearTimeout(timer)
    watching.abort()
  }
}

/** Whether a form holds anything else than what it was sent with. */
function isChanged(form: HTMLFormElement): boolean {
  const asSent = form.cloneNode(true) as HTMLFormElement
  asSent.reset()
  return valuesOf(form) !== valuesOf(asSent)
}

/** As many versions as are remembered without an answer: about ten minutes of trying. */
const mostSeen = 60

/** Also where the page is not served securely, and `randomUUID` is missing. */
function newVersion(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((one) => one.toString(36)).join('-')
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== seenField))
}
