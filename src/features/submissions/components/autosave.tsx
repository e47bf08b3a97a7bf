'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { formatTime } from '../../../i18n/formats'
import { saveDraftAction } from '../actions'

type Props = {
  /** Which form: `statement:6-4.2`, `edit:document:6-d01`. */
  draftKey: string
  /** The subject's version that the officer has before them. */
  baseVersion: number
  /** ISO time at which what the form shows was kept; null when it is no draft. */
  savedAt?: string | null
}

type Kept =
  | { how: 'unheard' | 'watching' | 'unreachable' | 'signed_out' | 'not_kept' }
  | { how: 'kept'; at: string }

/** Milliseconds after the last key before a draft is sent, and between two tries when one was not taken. */
const pause = 1500
const patience = 10_000

/**
 * Keeps what is typed in the form that it stands in: soon after the last key, on leaving a field or the tab.
 * Says when, in a quiet line; where nothing can be kept says why and goes on trying. Draws nothing without
 * JavaScript: the form has its own button for that.
 */
export function Autosave({ draftKey, baseVersion, savedAt = null }: Props) {
  const t = useTranslations('drafts')
  const place = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState<Kept>({ how: 'unheard' })

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    setKept(savedAt ? { how: 'kept', at: savedAt } : { how: 'watching' })
    return watch(form, (values) => saveDraftAction(draftKey, baseVersion, values), setKept)
  }, [draftKey, baseVersion, savedAt])

  const failure =
    kept.how === 'kept' || kept.how === 'watching' || kept.how === 'unheard' ? null : kept.how
  return (
    <div ref={place} className="desk-autosave">
      {kept.how === 'watching' && <p className="desk-hint">{t('watching')}</p>}
      {kept.how === 'kept' && (
        <p className="desk-hint">{t('kept', { time: formatTime(kept.at) })}</p>
      )}
      {failure && <p className="desk-error">{t(failure)}</p>}
      {/* Read out when saving begins or stops to work, not at each of a hundred saves. */}
      <p role="status" className="visually-hidden">
        {kept.how === 'kept' && t('keptSpoken')}
        {failure && t(failure)}
      </p>
    </div>
  )
}

type Answer = Awaited<ReturnType<typeof saveDraftAction>>

/** Sends the form's fields when they have changed. @returns what ends it. */
function watch(
  form: HTMLFormElement,
  send: (values: FormData) => Promise<Answer>,
  tell: (kept: Kept) => void,
): () => void {
  let changed = false
  let busy = false
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (wait: number) => {
    clearTimeout(timer)
    if (!over) timer = setTimeout(keep, wait)
  }

  async function keep() {
    clearTimeout(timer)
    if (busy || over || !changed) return
    busy = true
    changed = false
    const answer = await send(new FormData(form)).catch(() => null)
    busy = false
    if (over) return
    if (answer?.ok) {
      tell({ how: 'kept', at: answer.savedAt })
      if (changed) later(pause)
      return
    }
    changed = true
    if (answer === null) tell({ how: 'unreachable' })
    else tell({ how: answer.reason === 'signed_out' ? 'signed_out' : 'not_kept' })
    later(patience)
  }
  const typed = () => {
    changed = true
    // While it is sending, the rest follows by itself; while it is failing, the next try comes soon enough.
    if (!busy) later(pause)
  }
  const hidden = () => {
    if (document.visibilityState === 'hidden') void keep()
  }
  const submitted = (event: SubmitEvent) => {
    if (!navigator.onLine) {
      // The page would be lost to an error, and what was typed with it.
      event.preventDefault()
      tell({ how: 'unreachable' })
      return
    }
    // Sent before the form is: submitting ends the draft, and nothing may bring it back.
    void keep()
    over = true
    clearTimeout(timer)
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (changed && !over && !navigator.onLine) event.preventDefault()
  }

  form.addEventListener('input', typed)
  form.addEventListener('focusout', keep)
  form.addEventListener('submit', submitted)
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('online', keep)
  window.addEventListener('beforeunload', leaving)
  return () => {
    over = true
    clearTimeout(timer)
    form.removeEventListener('input', typed)
    form.removeEventListener('focusout', keep)
    form.removeEventListener('submit', submitted)
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('online', keep)
    window.removeEventListener('beforeunload', leaving)
  }
}
