'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Choice, Choices } from '@/components/forms/choice'
import { type City, cityName } from '@/features/register/cities/model'
import { languages, languageTags } from '@/i18n/language'
import {
  addOfficerAction,
  changeOfficerAction,
  type OfficerFormState,
  type TypedOfficer,
} from '../actions/officers'
import { officerRoles } from '../model'
import { AccountField, AccountForm } from './account-form'
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
  const [language, t] = [useLocale(), useTranslations('officers')]
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
      <AccountForm
        key={JSON.stringify(state)}
        action={action}
        className="desk-form"
        values={id ? { id } : {}}
        error="officer-error"
        reason={state.reason}
        submit={t(id ? 'people.save' : 'people.add')}
      >
        <div className="desk-columns">
          <AccountField
            id="officer-name"
            name="name"
            label={t('people.name')}
            maxLength={100}
            autoComplete="off"
            defaultValue={typed.name}
          />
          {!id && (
            <AccountField
              id="officer-email"
              name="email"
              label={t('email')}
              type="email"
              maxLength={254}
              autoComplete="off"
              defaultValue={typed.email}
            />
          )}
        </div>
        <fieldset className="desk-group">
          <legend>{t('people.role')}</legend>
          {isSelf && <p className="desk-hint">{t('people.ownRole')}</p>}
          <div className="desk-choices">
            {officerRoles.map((role) => (
              <Choice
                key={role}
                type="radio"
                name="role"
                value={role}
                required
                defaultChecked={typed.role === role}
                disabled={isSelf && role !== typed.role}
              >
                {t(`roles.${role}`)}
                <small>{t(`people.roleHints.${role}`)}</small>
              </Choice>
            ))}
          </div>
        </fieldset>
        <div className="desk-columns">
          <fieldset className="desk-group">
            <legend>{t('people.side')}</legend>
            <Choices
              name="side"
              required
              chosen={typed.side}
              options={cities.map((city) => [city.code, cityName(city, language)])}
            />
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
                  <Choice
                    key={field.reference}
                    type="checkbox"
                    name="fields"
                    value={field.reference}
                    defaultChecked={typed.fields.includes(field.reference)}
                  >
                    {field.reference} <span lang={field.lang}>{field.name}</span>
                  </Choice>
                ))}
              </div>
            </fieldset>
          ))}
        </details>
      </AccountForm>
    </>
  )
}

/** Each language by its own name. */
const languageNames = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' }

/** The language of an officer's mails and links. */
export function LanguageChoice({ legend, chosen }: { legend: string; chosen: string }) {
  return (
    <fieldset className="desk-group">
      <legend>{legend}</legend>
      <Choices
        name="officerLanguage"
        required
        chosen={chosen}
        options={languages.map((language) => [
          language,
          <span key={language} lang={languageTags[language]}>
            {languageNames[language]}
          </span>,
        ])}
      />
    </fieldset>
  )
}
