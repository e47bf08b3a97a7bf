'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type City, cityName } from '@/features/register/cities/model'
import { languages } from '@/i18n/language'
import {
  addOfficerAction,
  changeOfficerAction,
  type OfficerFormState,
  type TypedOfficer,
} from '../actions/officers'
import { officerRoles } from '../model'
import type { FieldChoices } from './field-choices'
import { OneTimeLink } from './one-time-link'

/** Adds an officer, or changes one: `id` is the officer's, null for a new one. Role and fields by boxes, so that all can be read at once. */
export function OfficerForm({
  id,
  initial,
  choices,
  cities,
  isSelf,
}: {
  id: string | null
  initial: TypedOfficer
  choices: FieldChoices[]
  cities: readonly City[]
  isSelf: boolean
}) {
  const [state, action] = useActionState(id ? changeOfficerAction : addOfficerAction, {
    reason: null,
    typed: null,
    added: null,
  } satisfies OfficerFormState)
  const [t, refusals] = [useTranslations('officers'), useTranslations('refusals')]
  const language = useLocale()
  const typed = state.typed ?? initial
  return (
    <>
      {state.added && (
        <OneTimeLink
          key={state.added.link}
          text={t('people.added', { name: state.added.name })}
          link={state.added.link}
        />
      )}
      {/* A new key after each answer, so that what was typed survives the reset of the form. */}
      <form key={JSON.stringify(state)} action={action} className="desk-form">
        <input type="hidden" name="language" value={language} />
        {id && <input type="hidden" name="id" value={id} />}
        {state.reason && (
          <p id="officer-error" role="alert" className="desk-alert">
            {refusals(state.reason)}
          </p>
        )}
        <div className="desk-columns">
          <TextField name="name" label={t('people.name')} value={typed.name} autoComplete="off" />
          {!id && (
            <TextField
              name="email"
              type="email"
              label={t('email')}
              value={typed.email}
              autoComplete="off"
            />
          )}
        </div>
        <fieldset className="desk-group">
          <legend>{t('people.role')}</legend>
          {isSelf && <p className="desk-hint">{t('people.ownRole')}</p>}
          <div className="desk-choices">
            {officerRoles.map((role) => (
              <label key={role} className="desk-choice">
                <input
                  type="radio"
                  name="role"
                  value={role}
                  required
                  defaultChecked={typed.role === role}
                  disabled={isSelf && role !== typed.role}
                />
                <span>
                  {t(`roles.${role}`)}
                  <small>{t(`people.roleHints.${role}`)}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="desk-columns">
          <fieldset className="desk-group">
            <legend>{t('people.side')}</legend>
            {cities.map((city) => (
              <label key={city.code} className="desk-choice">
                <input
                  type="radio"
                  name="side"
                  value={city.code}
                  required
                  defaultChecked={typed.side === city.code}
                />
                <span>{cityName(city, language)}</span>
              </label>
            ))}
          </fieldset>
          {/* A new officer's is that of their side. */}
          {id && <LanguageChoice legend={t('people.language')} chosen={typed.language} />}
        </div>
        <details className="desk-box" open={typed.fields.length > 0}>
          <summary>
            {t('people.fields')}{' '}
            <span className="desk-hint">{typed.fields.join(' · ') || t('people.allFields')}</span>
          </summary>
          <p className="desk-hint">{t('people.fieldsHint')}</p>
          {choices.map(({ conference, fields }) => (
            <fieldset key={conference} className="desk-group">
              <legend>{conference}</legend>
              <div className="desk-choices">
                {fields.map((field) => (
                  <label key={field.reference} className="desk-choice">
                    <input
                      type="checkbox"
                      name="fields"
                      value={field.reference}
                      defaultChecked={typed.fields.includes(field.reference)}
                    />
                    <span>
                      {field.reference} <span lang={field.lang}>{field.name}</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </details>
        <div className="desk-actions">
          <button type="submit" className="button">
            {t(id ? 'people.save' : 'people.add')}
          </button>
        </div>
      </form>
    </>
  )
}

function TextField({
  name,
  label,
  value,
  type = 'text',
  autoComplete,
}: {
  name: string
  label: string
  value: string
  type?: 'text' | 'email'
  autoComplete: string
}) {
  return (
    <div className="desk-field">
      <label htmlFor={`officer-${name}`}>{label}</label>
      <input
        id={`officer-${name}`}
        name={name}
        type={type}
        required
        maxLength={name === 'name' ? 100 : 254}
        autoComplete={autoComplete}
        defaultValue={value}
      />
    </div>
  )
}

/** Each language by its own name. */
const languageNames = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' }

/** The language of an officer's mails and links. */
export function LanguageChoice({ legend, chosen }: { legend: string; chosen: string }) {
  return (
    <fieldset className="desk-group">
      <legend>{legend}</legend>
      {languages.map((language) => (
        <label key={language} className="desk-choice">
          <input
            type="radio"
            name="officerLanguage"
            value={language}
            required
            defaultChecked={chosen === language}
          />
          <span lang={language}>{languageNames[language]}</span>
        </label>
      ))}
    </fieldset>
  )
}
