'use client'

import { type ComponentProps, useLayoutEffect, useState } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'value' | 'children' | 'defaultValue'> & {
  defaultValue?: string | undefined
}

/**
 * A textarea that keeps what was typed before hydration, and the place of who is about to type. React
 * resets a textarea when it hydrates, but only if its content is exactly the default value; a list
 * containing the text renders the same and is not recognised. It also sets the default value anew, and
 * the cursor goes to the beginning.
 */
export function TextArea({ defaultValue = '', ...props }: Props) {
  const [place] = useState(() => placeIn(props.id))
  useLayoutEffect(() => place?.restore(), [place])
  return <textarea {...props} defaultValue={[defaultValue]} />
}

/** Where the cursor is in a textarea that the officer is in, before React has touched it. */
function placeIn(id: string | undefined) {
  if (typeof document === 'undefined' || !id) return null
  const area = document.activeElement
  if (!(area instanceof HTMLTextAreaElement) || area.id !== id) return null
  const { selectionStart, selectionEnd, selectionDirection } = area
  return {
    restore() {
      // Unless it has been moved meanwhile.
      if (area.selectionEnd === 0) {
        area.setSelectionRange(selectionStart, selectionEnd, selectionDirection)
      }
    },
  }
}
