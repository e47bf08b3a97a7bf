'use client'

import { type ChangeEvent, useRef } from 'react'

/**
 * Keeps a Simplified text in step with the Traditional one beside it while it is blank or still as proposed.
 * Put the ref on the Simplified control and the handler on the Traditional one.
 * @param before the Traditional text at first, where Simplified that is its conversion counts as proposed.
 * @param isLeft whether Simplified is the original of this form, and follows nothing.
 * @param onProposal called when a proposal has been filled in.
 */
export function useSimplified({
  before = '',
  isLeft = () => false,
  onProposal,
}: {
  before?: string
  isLeft?: (form: HTMLFormElement | null) => boolean
  onProposal?: () => void
}) {
  const simplified = useRef<HTMLTextAreaElement>(null)
  const proposed = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function follow({ target }: ChangeEvent<HTMLTextAreaElement>) {
    const { value: traditional, form } = target
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const box = simplified.current
      if (!box || isLeft(form)) return
      const { toSimplified } = await import('@/i18n/conversion')
      proposed.current ??= toSimplified(before)
      if (box.value !== '' && box.value !== proposed.current) return
      proposed.current = toSimplified(traditional)
      box.value = proposed.current
      box.dispatchEvent(new Event('input', { bubbles: true }))
      onProposal?.()
    }, 300)
  }

  return { simplified, proposed, follow }
}
