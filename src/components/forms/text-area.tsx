import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'value' | 'children' | 'defaultValue'> & {
  defaultValue?: string | undefined
}

/**
 * A textarea that keeps what was typed before hydration. React resets a textarea when it hydrates, but only
 * if its content is exactly the default value; a list containing the text renders the same and is not
 * recognised.
 */
export function TextArea({ defaultValue = '', ...props }: Props) {
  return <textarea {...props} defaultValue={[defaultValue]} />
}
