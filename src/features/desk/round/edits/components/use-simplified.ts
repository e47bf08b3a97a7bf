'use client'

import { type ChangeEvent, useRef } from 'react'

type Control = HTMLTextAreaElement | HTMLInputElement

/**
 * Keeps a Simplified text in step with the Traditional one beside it while it is blank or still as proposed.
 * Put the ref on the Simplified control and the handler on the Traditional one.
 * @param onProposal called when a proposal has been filled in.
 */
export function useSimplified<Element extends Control>(onProposal?: () => void) {
  const simplified = useRef<Element>(null)
  const proposed = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function follow(event: ChangeEvent<Control>) {
    const traditional = event.target.value
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const box = simplified.current
      if (!box || (box.value !== '' && box.value !== proposed.current)) return
      const { toSimplified } = await import('@/i18n/conversion')
      proposed.current = toSimplified(traditional)
      box.value = proposed.current
      onProposal?.()
    }, 300)
  }

  return { simplified, follow }
}
