import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** How a page of the desk works, folded away until it is asked for. */
export function DeskHelp({ children }: { children: ReactNode }) {
  const t = useTranslations('desk.help')
  return (
    <details className="desk-help">
      <summary>{t('title')}</summary>
      {children}
    </details>
  )
}
