import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'value' | 'children' | 'defaultValue'> & {
  defaultValue?: string | undefined
}

/**
 * A box for several lines that keeps what was typed before the scripts had come. React puts the first text back
 * into one when it takes the page over, but only where it finds exactly the text that it was given: a list with
 * the text in it writes the same and is not taken for it.
 */
export function TextArea({ defaultValue = '', ...props }: Props) {
  return <textarea {...props} defaultValue={[defaultValue]} />
}
