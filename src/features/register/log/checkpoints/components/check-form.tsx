import type { ReactNode } from 'react'

type Props = {
  /** The field's name in the address or the form, and the section's place in the page. */
  name: 'entry' | 'fingerprint' | 'text'
  method: 'get' | 'post'
  /** Where the form is sent, without the place in the page. */
  action: string
  words: { heading: string; label: string; hint: string; button: string }
  /** What was asked, to show again. */
  value: string
  /** What speaks against it, beside its field. */
  error: string | null
  /** The answer. */
  children: ReactNode
}

/** One question that the page answers by itself: a section with its form and its answer. */
export function CheckForm(props: Props) {
  const { name, method, action, words, value, error, children } = props
  const field = {
    id: `${name}-field`,
    required: true,
    'aria-describedby': error ? `${name}-hint ${name}-error` : `${name}-hint`,
    ...(error ? { 'aria-invalid': true } : {}),
  }
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{words.heading}</h2>
      <form className="check-form" method={method} action={`${action}#${name}`}>
        <label htmlFor={field.id}>{words.label}</label>
        <p id={`${name}-hint`} className="quiet">
          {words.hint}
        </p>
        {error && (
          <p id={`${name}-error`} className="check-error" role="alert">
            {error}
          </p>
        )}
        {name === 'text' ? (
          <textarea {...field} name="pasted" rows={4} spellCheck={false} />
        ) : (
          <input
            {...field}
            name={name}
            defaultValue={value}
            inputMode={name === 'entry' ? 'numeric' : 'text'}
            autoComplete="off"
            spellCheck={false}
            className={name === 'entry' ? 'check-short' : undefined}
          />
        )}
        <button type="submit" className="button">
          {words.button}
        </button>
      </form>
      {children}
    </section>
  )
}
