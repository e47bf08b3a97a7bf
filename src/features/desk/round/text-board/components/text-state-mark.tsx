import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TextState } from '@/features/register/texts/model/text'

/** How a text stands, as a shape and a word. The shapes differ without their colours. */
export function TextStateMark({ state }: { state: TextState }) {
  const t = useTranslations('texts.states')
  return (
    <span className={`state text-state-${state}`}>
      <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[state]}
      </svg>
      <span>{t(state)}</span>
    </span>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 }
const mark = { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.75 }

const shapes: Record<TextState, ReactNode> = {
  original: <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  official: <path d="M8 1 15 8l-7 7-7-7z" fill="currentColor" />,
  editorial: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...line} />,
  reviewed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.2 2.3 2.3 4.2-4.6" {...mark} />
    </>
  ),
  unreviewed: <circle cx="8" cy="8" r="6" {...line} />,
  conversion: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  accepted: (
    <>
      <rect x="2" y="2" width="12" height="12" {...line} />
      <path d="m4.8 8.2 2.3 2.3 4.2-4.6" {...line} />
    </>
  ),
  stale: (
    <>
      <path d="M8 1.5 15.2 14H.8z" fill="currentColor" />
      <path d="M8 6v4m0 1.2v1.4" {...mark} />
    </>
  ),
  missing: <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.4 2.3" />,
}
