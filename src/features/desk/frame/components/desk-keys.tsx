'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Choice } from '@/components/forms/choice'

/** Where the browser remembers that its officer does not want the keys. */
const memory = 'desk-keys'

const keys = ['filter', 'next', 'previous', 'open', 'statement', 'help'] as const
const caps: Record<(typeof keys)[number], string[]> = {
  filter: ['/'],
  next: ['j'],
  previous: ['k'],
  open: ['Enter', 'o'],
  statement: ['u'],
  help: ['?'],
}

/**
 * Keyboard shortcuts for the lists: rows carry `data-row`; in each, `data-open` is the link to open and
 * `data-update` the one to the form of the item. They do nothing in a field and can be turned off. Renders
 * nothing without JavaScript.
 */
export function DeskKeys() {
  const t = useTranslations('desk.keys')
  const dialog = useRef<HTMLDialogElement>(null)
  const [use, setUse] = useState<boolean | null>(null)
  useEffect(() => setUse(remembered()), [])
  // Before the button is painted: what says that keys work must not come before they do.
  useLayoutEffect(() => {
    if (!use) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') dialog.current?.showModal()
      else if (!act(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [use])

  if (use === null) return null
  return (
    <>
      <button
        type="button"
        className="desk-button-slight"
        onClick={() => dialog.current?.showModal()}
      >
        {t('button')} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="desk-keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('title')}</h2>
        <dl>
          {keys.map((key) => (
            <div key={key}>
              <dt>
                {caps[key].map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
        <p className="desk-hint">{t('hint')}</p>
        <Choice
          type="checkbox"
          checked={use}
          onChange={(event) => {
            setUse(event.target.checked)
            remember(event.target.checked)
          }}
        >
          {t('use')}
        </Choice>
        <form method="dialog">
          <button type="submit" className="desk-button-quiet">
            {t('close')}
          </button>
        </form>
      </dialog>
    </>
  )
}

/** Does what a key stands for. @returns whether it stands for anything. */
function act(key: string): boolean {
  switch (key) {
    case '/': {
      document.getElementById('filter-q')?.focus()
      return true
    }
    case 'j':
      return move(1)
    case 'k':
      return move(-1)
    case 'o':
      return follow('[data-open]')
    case 'u':
      return follow('[data-update]')
    default:
      return false
  }
}

function move(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => row.offsetParent !== null,
  )
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[here === -1 ? 0 : Math.min(Math.max(here + step, 0), rows.length - 1)]
  row?.querySelector<HTMLElement>('[data-open]')?.focus()
  return true
}

function follow(link: string): boolean {
  const row = document.activeElement?.closest('[data-row]')
  row?.querySelector<HTMLElement>(link)?.click()
  return row !== null && row !== undefined
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}

// A browser may forbid storage: the keys still work, but the choice is not remembered.
function remembered(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true
  }
}

function remember(use: boolean): void {
  try {
    localStorage.setItem(memory, use ? 'on' : 'off')
  } catch {}
}
