'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { PrintButton } from '@/components/site/print-button'
import { CopyButton } from './copy-button'

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account.recovery')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section ref={box} className="desk-notice" aria-labelledby="recovery-codes" tabIndex={-1}>
      <h4 id="recovery-codes" className="desk-heading">
        {t('title')}
      </h4>
      <p>{t('intro')}</p>
      <ol className="desk-codes">
        {codes.map((code) => (
          <li key={code} className="desk-mono">
            {code}
          </li>
        ))}
      </ol>
      <div className="desk-actions">
        <CopyButton text={codes.join('\n')} label={t('copy')} copiedLabel={t('copied')} />
        <PrintButton label={t('print')} />
      </div>
    </section>
  )
}
