import { getLocale } from 'next-intl/server'
import { createElement } from 'react'
import { type ItemState, states } from '../model/states'
import { stateWord } from '../wording'

/** A state as a shape and a word. The shapes differ without their colours. */
export async function StateMark({ state }: { state: ItemState }) {
  return (
    <span className={`state state-${state}`}>
      <StateShape state={state} />
      <span>{stateWord(state, await getLocale())}</span>
    </span>
  )
}

/** The shape alone, for beside its word. */
export function StateShape({ state }: { state: ItemState }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {states[state].shape.map(([element, attributes], index) =>
        createElement(element, { key: index, ...attributes }),
      )}
    </svg>
  )
}
