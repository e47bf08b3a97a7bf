'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { IntentButton } from '@/components/forms/intent-button'
import { formatDay, formatTime } from '@/i18n/formats'
import { differingFields, type FoundDraft } from '../model'

type Props = {
  /** What another window has kept. */
  other: FoundDraft
  /** What is typed in this one. */
  values: Readonly<Record<string, string>>
  /** What a field of the form is called. */
  labelOf: (field: string) => string
  /** What stands in a field, in words. */
  wordsOf: (field: string, value: string) => string
}

/**
 * Says inside a form that its draft was changed in another window, shows what differs in both, and asks which
 * is to stay. Nothing is lost until it is answered. Takes the focus.
 */
export function MovedDraft({ other, values, labelOf, wordsOf }: Props) {
  const t = useTranslations('drafts')
  const language = useLocale()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const versions = [
    [t('here'), values],
    [t('there'), other.values],
  ] as const
  return (
    <section ref={box} className="desk-alert draft-moved" role="alert" tabIndex={-1}>
      <p>
        <strong>
          {t('movedTitle', {
            day: formatDay(other.updatedAt, language),
            time: formatTime(other.updatedAt),
          })}
        </strong>{' '}
        {t('movedIntro')}
      </p>
      {differingFields(values, other.values).map((field) => (
        <section key={field} aria-label={labelOf(field)}>
          <h3>{labelOf(field)}</h3>
          <dl className="desk-columns">
            {versions.map(([which, fields]) => (
              <div key={which}>
                <dt>{which}</dt>
                <dd className="desk-passage">{wordsOf(field, fields[field] ?? '') || '—'}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="desk-actions">
        <IntentButton value={`keep:${other.version}`}>{t('keepHere')}</IntentButton>
        <IntentButton value={`take:${other.version}`}>{t('takeThere')}</IntentButton>
      </p>
    </section>
  )
}
