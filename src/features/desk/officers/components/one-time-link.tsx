'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { CopyButton } from './copy-button'

/** A one-time link, shown this once, with what to do with it. */
export function OneTimeLink({ text, link }: { text: string; link: string }) {
  const t = useTranslations('officers.people')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="desk-notice desk-field" role="status" tabIndex={-1}>
      <p>{text}</p>
      <label htmlFor="one-time-link">{t('link')}</label>
      <input
        id="one-time-link"
        className="desk-mono"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={link} label={t('copy')} copiedLabel={t('copied')} />
    </div>
  )
}
