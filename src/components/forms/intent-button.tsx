import type { ComponentProps } from 'react'

/** A button that sends its form, and says what is wanted. */
export function IntentButton(button: ComponentProps<'button'>) {
  return <button type="submit" name="intent" className="desk-button-quiet" {...button} />
}
