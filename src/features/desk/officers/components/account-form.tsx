'use client'

import type { ComponentProps } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { type Reason, Refusal } from '@/components/forms/outcome'

/**
 * A form of an officer's account, with one button. It tells the page's language, as every desk form does.
 * @param values what it sends unseen. @param error the id under which its fields name what was refused.
 */
export function AccountForm({
  values = {},
  error,
  reason = null,
  submit,
  button,
  children,
  className = 'desk-form desk-narrow',
  ...form
}: ComponentProps<'form'> & {
  values?: Record<string, string>
  error?: string
  reason?: Reason | null
  submit: string
  button?: ComponentProps<'button'>
}) {
  return (
    <form className={className} {...form}>
      <HiddenFields values={values} />
      <Refusal id={error} reason={reason} />
      {children}
      <div className="desk-actions">
        <button type="submit" className="button" {...button}>
          {submit}
        </button>
      </div>
    </form>
  )
}

/** A field that must be filled in, with its label. */
export function AccountField({
  label,
  id,
  children,
  ...input
}: ComponentProps<'input'> & { label: string; id: string }) {
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {children}
      <input id={id} required {...input} />
    </div>
  )
}
