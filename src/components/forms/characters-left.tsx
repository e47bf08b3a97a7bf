'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** The length of a text as it is judged: as the server reads it, without blanks around it. */
function lengthOf(text: string): number {
  return text.replace(/\r\n?/g, '\n').trim().length
}

/**
 * How many characters a control takes yet, counted as one types; without JavaScript, how many it takes. Text that
 * is too long is not cut, as a `maxlength` would cut what is pasted: it is said by how many.
 */
export function CharactersLeft({
  of,
  id,
  value = '',
  limit,
}: {
  /** The id of the control. */
  of: string
  id: string
  /** What it holds at first. */
  value: string | undefined
  limit: number
}) {
  const t = useTranslations('refusals.characters')
  const [counted, setCounted] = useState<number | null>(null)
  useEffect(() => {
    const control = document.getElementById(of)
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return
    const count = () => setCounted(lengthOf(control.value))
    count()
    control.addEventListener('input', count)
    return () => control.removeEventListener('input', count)
  }, [of])
  const over = (counted ?? lengthOf(value)) - limit
  return (
    <>
      <p id={id} className={over > 0 ? 'desk-error' : 'desk-hint'}>
        {over > 0
          ? t('over', { count: over })
          : counted === null
            ? t('most', { most: limit })
            : t('left', { count: -over })}
      </p>
      <span role="status" className="visually-hidden">
        {over > 0 && t('tooLong')}
      </span>
    </>
  )
}
