'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Choice } from '@/components/forms/choice'
import { IntentButton } from '@/components/forms/intent-button'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { longestBody } from '@/features/desk/round/edits/model/lengths'
import { DifferenceOfRuns } from '@/features/register/history/components/difference-of-runs'
import { type Language, languageTags } from '@/i18n/language'
import type { TextOrigin } from '@/i18n/localized-text'
import type { TextsState } from '../actions'

/** One text of the form, with what the server has drawn of it. */
export type SideText = {
  language: Language
  /** The text as it is; null where there is none. */
  body: string | null
  /** How it stands, its words marked, where it comes from, since when it is stale. */
  shown: ReactNode
  /** What checking the box says of it; null where there is nothing to say. */
  check: 'conversion' | 'stale' | 'unreviewed' | null
  /** What a text that is added may be. */
  origins: TextOrigin[]
  /** What OpenCC is asked for; null where it has nothing to propose from. */
  propose: 'convertAgain' | 'propose' | null
}

type Props = {
  text: SideText
  /** The passage's name, and what the text is called. */
  name: string
  label: string
  state: TextsState
}

/** What an officer can do with one text: say that it was read, change it, take a proposal. */
export function TextFields({ text, name, label, state }: Props) {
  const t = useTranslations('texts.side')
  const { language, body, check, origins, propose } = text
  const place = `${name}.${language}`
  const { values, problems } = state
  const typed = values[`body.${place}`] ?? body ?? ''
  const theirs = state.conflicts.find(({ field }) => field === `body.${place}`)
  const isProposed = values.proposed === place
  const isChanged = typed !== (body ?? '')
  const isAtFault = problems.some(({ field }) => field.endsWith(`.${place}`))
  const proposal = propose && language !== 'en' && (
    <IntentButton value={`propose.${place}`} formNoValidate>
      {propose === 'convertAgain' ? t('convertAgain') : t(`propose.${language}`)}
      <span className="visually-hidden"> {label}</span>
    </IntentButton>
  )
  return (
    <>
      {check && (
        <Choice
          type="checkbox"
          name={`checked.${place}`}
          defaultChecked={values[`checked.${place}`] === 'on'}
        >
          {t(`check.${check}`)}
          <span className="visually-hidden"> {label}</span>
        </Choice>
      )}
      {theirs && (
        <div className="desk-alert">
          <p>{t('theirs')}</p>
          <p className="desk-passage" lang={languageTags[language]}>
            {theirs.theirs ?? '—'}
          </p>
        </div>
      )}
      {propose === 'convertAgain' && proposal}
      <details open={isChanged || isAtFault || Boolean(theirs)}>
        <summary>
          {t(body === null ? 'add' : 'edit')}
          <span className="visually-hidden"> {label}</span>
        </summary>
        <div className="side-edit">
          <TextField
            name={`body.${place}`}
            label={label}
            hint={t('empty')}
            language={language}
            value={typed}
            problems={problems}
            limit={longestBody(name)}
            area={{ rows: 6 }}
          />
          {body === null && (
            <SelectField
              name={`origin.${place}`}
              label={t('origin')}
              problems={problems}
              value={values[`origin.${place}`] ?? origins[0]}
              options={origins.map((one) => [one, t(`origins.${one as 'official'}`)])}
            />
          )}
          {propose === 'propose' && proposal}
          {isProposed && (
            <p className="desk-hint" role="status">
              {t('proposed')}
            </p>
          )}
          {isChanged && body !== null && (
            <div className="side-change">
              <p className="desk-hint">{t('change')}</p>
              {/* All in the language of the box: to tell the scripts takes the converter, a megabyte to load. */}
              <DifferenceOfRuns
                before={[{ language, text: body }]}
                after={[{ language, text: typed }]}
                language={language}
              />
            </div>
          )}
        </div>
      </details>
    </>
  )
}
