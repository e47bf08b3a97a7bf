import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { DocumentState, ProjectState } from '../model/states'

type State = ProjectState | DocumentState

/** A state as a shape and a word. The shapes differ without their colours. */
export async function StateMark({ state }: { state: State }) {
  return (
    <span className={`state state-${state}`}>
      <StateShape state={state} />
      <span>{await stateLabel(state)}</span>
    </span>
  )
}

/** The word for a state, of a project or of a document. */
export async function stateLabel(state: State): Promise<string> {
  const t = await getTranslations('progress')
  return isDocumentState(state) ? t(`documentStates.${state}.label`) : t(`states.${state}.label`)
}

/** `ended` is a state of both, with one label. */
function isDocumentState(state: State): state is Exclude<DocumentState, 'ended'> {
  return ['signed', 'in_effect', 'renewed', 'expired'].includes(state)
}

/** The shape alone, for beside its word. */
export function StateShape({ state }: { state: State }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 }
const mark = { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.75 }

/** What is inside the shape of each state, 16 by 16. */
export const shapes: Record<State, ReactNode> = {
  not_reported: <circle cx="8" cy="8" r="6" {...line} strokeDasharray="2.4 2.3" />,
  not_started: <circle cx="8" cy="8" r="6" {...line} />,
  in_progress: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  ongoing: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <circle cx="8" cy="8" r="2.8" fill="currentColor" />
    </>
  ),
  completed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.2 2.3 2.3 4.2-4.6" {...mark} />
    </>
  ),
  behind: (
    <>
      <path d="M8 1.5 15.2 14H.8z" fill="currentColor" />
      <path d="M8 6v4m0 1.2v1.4" {...mark} />
    </>
  ),
  ended: (
    <>
      <rect x="2" y="2" width="12" height="12" {...line} />
      <path d="m5 5 6 6m0-6-6 6" {...line} />
    </>
  ),
  signed: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...line} />,
  in_effect: <path d="M8 1 15 8l-7 7-7-7z" fill="currentColor" />,
  renewed: (
    <>
      <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...line} />
      <path d="M8 5.2 10.8 8 8 10.8 5.2 8z" fill="currentColor" />
    </>
  ),
  expired: (
    <>
      <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...line} strokeDasharray="2.4 2" />
      <path d="M5 8h6" {...line} />
    </>
  ),
}
