export type ItemKind = 'project' | 'document'

/** What sort of item a reference names: `6-d01` and `6-m01` are documents, `6-4.2` and `6-u07` projects. */
export function itemKindOf(reference: string): ItemKind {
  return /-[dm]\d+$/.test(reference) ? 'document' : 'project'
}

/** An SVG element of a shape, in a square of 16 by 16, with its attributes as React names them. */
export type ShapePart = readonly [
  element: 'circle' | 'path' | 'rect',
  attributes: Readonly<Record<string, string>>,
]

/** Everything about a state but its words, which are in messages `progress`. */
type StateRow = {
  of: readonly ItemKind[]
  /** Differs from every other without its colour. */
  shape: readonly ShapePart[]
  /** The shape as a character, for Word. */
  glyph: string
  /** 3:1 and more on paper, on light and on dark. */
  colours: { light: string; dark: string }
  /**
   * What a statement of it needs: some states need a reason, and only `not_reported` needs no evidence. A
   * `later_step` is dated after the session that announced the project: a signature at the session is none.
   */
  needs: readonly ('citation' | 'reason' | 'later_step')[]
  /** Whether no news is to be expected after it. */
  isSettled?: true
}

const grey = { light: '#7b776c', dark: '#97938a' }
const slate = { light: '#5f6570', dark: '#a6acb6' }
const blue = { light: '#0d6e93', dark: '#58b3d8' }
const indigo = { light: '#4a5fb5', dark: '#9bb0f2' }
const green = { light: '#2b7440', dark: '#78c48a' }
const orange = { light: '#a65300', dark: '#e9a14c' }
const plum = { light: '#8d3f62', dark: '#dd96b4' }

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: '1.75' }
const mark = { fill: 'none', stroke: 'var(--paper)', strokeWidth: '1.75' }
const filled = { fill: 'currentColor' }

const circle = (r: string, drawn: Record<string, string>): ShapePart => [
  'circle',
  { cx: '8', cy: '8', r, ...drawn },
]
const path = (d: string, drawn: Record<string, string>): ShapePart => ['path', { d, ...drawn }]
const lozenge = 'M8 1.6 14.4 8 8 14.4 1.6 8z'

const table = {
  not_reported: {
    of: ['project'],
    shape: [circle('6', { ...line, strokeDasharray: '2.4 2.3' })],
    glyph: '◌',
    colours: grey,
    needs: [],
  },
  not_started: {
    of: ['project'],
    shape: [circle('6', line)],
    glyph: '○',
    colours: slate,
    needs: ['citation'],
  },
  in_progress: {
    of: ['project'],
    shape: [circle('6', line), path('M8 2a6 6 0 0 1 0 12z', filled)],
    glyph: '◐',
    colours: blue,
    needs: ['citation', 'later_step'],
  },
  ongoing: {
    of: ['project'],
    shape: [circle('6', line), circle('2.8', filled)],
    glyph: '◎',
    colours: indigo,
    needs: ['citation', 'later_step'],
  },
  completed: {
    of: ['project'],
    shape: [circle('7', filled), path('m4.8 8.2 2.3 2.3 4.2-4.6', mark)],
    glyph: '●',
    colours: green,
    needs: ['citation', 'later_step'],
    isSettled: true,
  },
  behind: {
    of: ['project'],
    shape: [path('M8 1.5 15.2 14H.8z', filled), path('M8 6v4m0 1.2v1.4', mark)],
    glyph: '▲',
    colours: orange,
    needs: ['citation', 'reason', 'later_step'],
  },
  signed: {
    of: ['document'],
    shape: [path(lozenge, line)],
    glyph: '◇',
    colours: green,
    needs: ['citation'],
  },
  in_effect: {
    of: ['document'],
    shape: [path('M8 1 15 8l-7 7-7-7z', filled)],
    glyph: '◆',
    colours: blue,
    needs: ['citation'],
  },
  renewed: {
    of: ['document'],
    shape: [path(lozenge, line), path('M8 5.2 10.8 8 8 10.8 5.2 8z', filled)],
    glyph: '◈',
    colours: indigo,
    needs: ['citation'],
  },
  expired: {
    of: ['document'],
    shape: [path(lozenge, { ...line, strokeDasharray: '2.4 2' }), path('M5 8h6', line)],
    glyph: '⊟',
    colours: plum,
    needs: ['citation'],
    isSettled: true,
  },
  ended: {
    of: ['project', 'document'],
    shape: [
      ['rect', { x: '2', y: '2', width: '12', height: '12', ...line }],
      path('m5 5 6 6m0-6-6 6', line),
    ],
    glyph: '☒',
    colours: plum,
    needs: ['citation', 'reason'],
    isSettled: true,
  },
} as const satisfies Record<string, StateRow>

type Table = typeof table
export type ItemState = keyof Table

/** The states that an item of a kind can be in. */
export type StateOf<Kind extends ItemKind> = {
  [State in ItemState]: Kind extends Table[State]['of'][number] ? State : never
}[ItemState]
export type ProjectState = StateOf<'project'>
export type DocumentState = StateOf<'document'>

/**
 * The table of states: the one place that says how each is drawn and what it needs. In the order in which
 * lists show them.
 */
export const states: Readonly<Record<ItemState, StateRow>> = table

const statesWhere = (holds: (row: StateRow) => boolean) =>
  (Object.keys(table) as ItemState[]).filter((state) => holds(states[state]))

/** Where a project can stand. */
export const projectStates = statesWhere(({ of }) => of.includes('project')) as ProjectState[]

/** Where a signed document can stand. */
export const documentStates = statesWhere(({ of }) => of.includes('document')) as DocumentState[]

/** The states after which no news is to be expected. */
export const settledStates = statesWhere(({ isSettled }) => isSettled === true)

/** The states that an item of a kind can be in, in their order. */
export function statesOf(kind: ItemKind): readonly ItemState[] {
  return kind === 'project' ? projectStates : documentStates
}

export function isStateOf(kind: ItemKind, state: string): state is ItemState {
  return (statesOf(kind) as readonly string[]).includes(state)
}

/** Every state rests on a citation, except that nothing has been reported. */
export function needsCitation(state: ItemState): boolean {
  return states[state].needs.includes('citation')
}

/** Whether a state of a project rests on a step dated after the session that announced it. */
export function needsLaterStep(state: ItemState): boolean {
  return states[state].needs.includes('later_step')
}

/** A state that readers will ask "why?" about gives its reason. */
export function needsReason(state: ItemState): boolean {
  return states[state].needs.includes('reason')
}

/** Where messages `progress` hold the words for the states of a kind. */
export const wordsOfStates = { project: 'states', document: 'documentStates' } as const
