'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useRef } from 'react'
import { Choice } from '@/components/forms/choice'
import { IntentButton } from '@/components/forms/intent-button'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { useSimplified } from '@/features/desk/round/submissions/components/use-simplified'
import { type Language, languages } from '@/i18n/language'
import { originDetails, textOrigins } from '@/i18n/localized-text'
import { startingOrigin } from '../model/form'
import { isLine, longestBody } from '../model/lengths'
import type { ShownEditor, ShownPart } from './shown-editor'

/** The message key of a part: `statement.note` is `statement_note`. */
function partKey(part: string) {
  return part.replace('.', '_') as 'title'
}

type Props = { shown: ShownPart; editor: ShownEditor }

/** A passage in three languages side by side, each with where it comes from and who has checked it. One that may be left out is folded away while it is blank. */
export function TextFields({ shown, editor }: Props) {
  const t = useTranslations('edits.form')
  const names = useTranslations('texts.names')
  const label = names(partKey(shown.part))
  const isBlank = languages.every(
    (language) => !editor.values[`texts.${shown.part}.${language}.body`],
  )
  const isFaulty = editor.problems.some(({ field }) => field.startsWith(`texts.${shown.part}.`))
  if (!mayFold(shown.part) || !isBlank || isFaulty) {
    return (
      <fieldset className="desk-group">
        <legend>
          {label}
          {shown.isRequired && t('required')}
        </legend>
        <Passage shown={shown} editor={editor} />
      </fieldset>
    )
  }
  return (
    <details className="desk-group">
      <summary>{label}</summary>
      <Passage shown={shown} editor={editor} />
    </details>
  )
}

/** Remarks beside a subject, which most are without. */
function mayFold(part: string): boolean {
  return part === 'note' || part.startsWith('statement.')
}

function Passage({ shown, editor }: Props) {
  const { part } = shown
  const box = useRef<HTMLDivElement>(null)
  const isConversion = (script: 'zh-Hant' | 'zh-Hans') =>
    (editor.values[`texts.${part}.${script}.origin`] || startingOrigin(part, script)) ===
    'script_conversion'
  // Who writes Simplified first has it first, and nothing is proposed over it.
  const isSimplifiedFirst = isConversion('zh-Hant') && !isConversion('zh-Hans')
  const { simplified, follow } = useSimplified({
    isLeft: () => isSimplifiedFirst,
    onProposal() {
      const origin = box.current?.querySelector<HTMLSelectElement>(
        `[name="texts.${part}.zh-Hans.origin"]`,
      )
      if (origin) origin.value = 'script_conversion'
    },
  })
  const order: readonly Language[] = isSimplifiedFirst ? ['zh-Hans', 'zh-Hant', 'en'] : languages
  return (
    <div ref={box} className="editor-languages">
      {order.map((language) => (
        <div key={language} className="editor-language">
          <Body
            shown={shown}
            language={language}
            editor={editor}
            {...(language === 'zh-Hans' ? { ref: simplified } : {})}
            {...(language === 'zh-Hant' ? { onChange: follow } : {})}
          />
          <Provenance shown={shown} language={language} editor={editor} />
        </div>
      ))}
      {shown.notes}
    </div>
  )
}

function Body({
  shown: { part },
  language,
  editor,
  ...control
}: Props & { language: Language } & ComponentProps<typeof TextField>['area']) {
  const names = useTranslations('texts.names')
  const desk = useTranslations('desk.languages')
  const name = `texts.${part}.${language}.body`
  return (
    <TextField
      name={name}
      label={
        <>
          <span className="visually-hidden">{names(partKey(part))} · </span>
          {desk(language)}
        </>
      }
      language={language}
      value={editor.values[name]}
      problems={editor.problems}
      limit={longestBody(part)}
      area={{ rows: rowsOf(part), ...control }}
    />
  )
}

function rowsOf(part: string): number {
  if (isLine(part)) return 2
  return mayFold(part) ? 4 : 6
}

/** Where a text comes from, who has checked it, and the other script's proposal. */
function Provenance({ shown, language, editor }: Props & { language: Language }) {
  const t = useTranslations('edits.form')
  const name = `texts.${shown.part}.${language}`
  const value = (field: string) => editor.values[`${name}.${field}`] ?? ''
  const held = shown.held[language]
  const isProposal = value('proposed') === 'on'
  const mayBeChecked = held ? !held.isOriginal : language !== 'zh-Hant' || isProposal
  // An original is not replaced by a conversion, nor existing Traditional text by a guess.
  const mayPropose =
    (language === 'zh-Hans' && !held?.isOriginal) ||
    (language === 'zh-Hant' && value('body') === '')
  const isUnread = editor.problems.find(({ field }) => field === `${name}.checked`)
  const refusals = useTranslations('refusals.fields')
  return (
    <>
      {held && <p className="desk-hint">{held.reviewed}</p>}
      {held?.isStale && <p className="editor-stale">{t('stale')}</p>}
      {isProposal && (
        <p className="editor-stale">
          {t('proposal')}
          <input type="hidden" name={`${name}.proposed`} value="on" />
        </p>
      )}
      {mayPropose && (
        <IntentButton value={`propose:${shown.part}:${language}`}>
          {t(`propose.${language === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant'}`)}
        </IntentButton>
      )}
      <div className="editor-provenance">
        <SelectField
          name={`${name}.origin`}
          label={t('origin')}
          problems={editor.problems}
          value={value('origin') || startingOrigin(shown.part, language)}
          options={textOrigins.map((origin) => [origin, t(`origins.${origin}`)])}
        />
        <SelectField
          name={`${name}.originDetail`}
          label={t('originDetail')}
          problems={editor.problems}
          value={value('originDetail')}
          options={[
            ['', t('none')],
            ...originDetails.map((one) => [one, t(`originDetails.${one}`)] as const),
          ]}
        />
      </div>
      {mayBeChecked && (
        <Choice
          type="checkbox"
          id={`${name}.checked`}
          name={`${name}.checked`}
          defaultChecked={value('checked') === 'on'}
          aria-invalid={isUnread ? true : undefined}
          aria-describedby={isUnread ? `${name}.checked-error` : undefined}
        >
          {t('checked')}
        </Choice>
      )}
      {isUnread && (
        <p id={`${name}.checked-error`} className="desk-error">
          {refusals(isUnread.code)}
        </p>
      )}
    </>
  )
}
