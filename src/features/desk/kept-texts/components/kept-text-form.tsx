'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Done, Refusal } from '@/components/forms/outcome'
import { TextField } from '@/components/forms/text-field'
import type { Language } from '@/i18n/language'
import { keepTextAction } from '../actions'
import { longestKeptText } from '../input'

/** The words kept of a source, to read and to change. */
export function KeptTextForm({
  source,
  language,
  body,
  isSaved,
}: {
  source: string
  /** The language that the source is written in. */
  language: Language
  body: string | null
  isSaved: boolean
}) {
  const t = useTranslations('desk.keptText')
  const [state, action] = useActionState(keepTextAction, { reason: null, body: null })
  return (
    <section id="kept-text" aria-labelledby="kept-text-title" className="desk-section">
      <h2 id="kept-text-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      {isSaved && <Done>{t('done')}</Done>}
      <form action={action} className="desk-form">
        <HiddenFields values={{ source }} />
        <Refusal reason={state.reason} />
        <TextField
          name="body"
          label={t('text')}
          problems={[]}
          value={state.body ?? body ?? ''}
          language={language}
          limit={longestKeptText}
          area={{ rows: 8 }}
        />
        <div className="desk-actions">
          <button type="submit" className="desk-button-quiet">
            {t('save')}
          </button>
        </div>
      </form>
    </section>
  )
}
