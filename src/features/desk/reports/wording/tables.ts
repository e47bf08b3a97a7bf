import { sideName } from '@/features/register/history/wording/place'
import {
  type DocumentState,
  documentStates,
  type ItemState,
  type ProjectState,
} from '@/features/register/states/model'
import type { ReportedDocument, ReportedProject, ReportedStatement, StateCounts } from '../model'
import type { Block, Line, Piece } from './blocks'
import type { Writer } from './writer'

type Table = Extract<Block, { kind: 'table' }>

/** How many items are in each state, with what the state means; no table where there are none. */
export function stateTable(
  kind: 'projects' | 'documents',
  counts: StateCounts<ProjectState | DocumentState>,
  { t, plain, number }: Writer,
): Table[] {
  const count = counts.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return []
  const meaning = (state: ItemState) =>
    kind === 'projects'
      ? t(`progress.states.${state as ProjectState}.definition`)
      : t(`progress.documentStates.${state as DocumentState}.definition`)
  return [
    {
      kind: 'table',
      caption: [
        plain(
          t(kind === 'projects' ? 'reports.projectStates' : 'reports.documentStates', {
            count,
          }),
        ),
      ],
      columns: [
        { label: [plain(t('reports.columns.state'))], share: 26 },
        { label: [plain(t('reports.columns.number'))], share: 12 },
        { label: [plain(t('reports.columns.meaning'))], share: 62 },
      ],
      rows: counts.map(({ state, count: held }) => [
        [[{ kind: 'state', state, text: stateWord(state, t) }]],
        [[plain(number(held))]],
        [[plain(meaning(state))]],
      ]),
    },
  ]
}

/** A field's projects: how each stands, by whom and on what. */
export function projectTable(projects: readonly ReportedProject[], writer: Writer): Table {
  const { t, plain, passage, notesOf } = writer
  return {
    kind: 'table',
    caption: [plain(t('reports.projectsOfField', { count: projects.length }))],
    columns: [
      { label: [plain(t('reports.columns.reference'))], share: 8 },
      { label: [plain(t('reports.columns.project'))], share: 28 },
      { label: [plain(t('reports.columns.state'))], share: 16 },
      { label: [plain(t('reports.columns.asOf'))], share: 13 },
      { label: [plain(t('reports.columns.assertedBy'))], share: 12 },
      { label: [plain(t('reports.columns.note'))], share: 23 },
    ],
    rows: projects.map(({ reference, title, citations, state, statement, ...project }) => [
      [[plain(reference)]],
      [[...passage(title), ...notesOf(citations)]],
      [[statePiece(state, writer), ...notesOf(statement?.citations ?? [])]],
      [[plain(statement ? writer.day(statement.asOf) : t('reports.none'))]],
      orNone(assertions(statement, writer), writer),
      orNone(
        [...remarks(statement, writer), ...silence(project.withoutNewsSince, statement, writer)],
        writer,
      ),
    ]),
  }
}

/** The documents: what each is, who signed it when, and how it stands. */
export function documentTable(documents: readonly ReportedDocument[], writer: Writer): Table {
  const { t, plain, quiet, passage, notesOf, day } = writer
  return {
    kind: 'table',
    caption: [plain(t('reports.documentsHere', { count: documents.length }))],
    columns: [
      { label: [plain(t('reports.columns.reference'))], share: 8 },
      { label: [plain(t('reports.columns.document'))], share: 25 },
      { label: [plain(t('reports.columns.kind'))], share: 15 },
      { label: [plain(t('reports.columns.signedOn'))], share: 13 },
      { label: [plain(t('reports.columns.parties'))], share: 19 },
      { label: [plain(t('reports.columns.state'))], share: 20 },
    ],
    rows: documents.map((document) => {
      const { reference, title, citations, kind, counted, signedOn, parties, state } = document
      const { statement, withoutNewsSince } = document
      const isCounted = counted === 'yes' || counted === 'presumed'
      const named = parties.map(({ name, role }) => [
        ...passage(name),
        ...(role === 'witness' ? [quiet(t('documents.witness'))] : []),
      ])
      return [
        [[plain(reference)]],
        [
          [
            ...passage(title),
            ...(isCounted ? [] : [quiet(t('reports.notCounted'))]),
            ...notesOf(citations),
          ],
        ],
        [[plain(kind ? t(`documents.kinds.${kind}`) : t('reports.none'))]],
        [[plain(signedOn ? day(signedOn) : t('reports.none'))]],
        orNone(named, writer),
        [
          [statePiece(state, writer), ...notesOf(statement?.citations ?? [])],
          ...(statement ? [[quiet(`${t('reports.columns.asOf')} ${day(statement.asOf)}`)]] : []),
          ...assertions(statement, writer),
          ...remarks(statement, writer),
          ...silence(withoutNewsSince, statement, writer),
        ],
      ]
    }),
  }
}

/** The word of a state. */
export function stateWord(state: ItemState, t: Writer['t']): string {
  return isOfDocumentsAlone(state)
    ? t(`progress.documentStates.${state}.label`)
    : t(`progress.states.${state}.label`)
}

/** `ended` is a state of both kinds, with one word. */
function isOfDocumentsAlone(state: ItemState): state is Exclude<DocumentState, 'ended'> {
  return state !== 'ended' && (documentStates as readonly string[]).includes(state)
}

function statePiece(state: ItemState, { t }: Writer): Piece {
  return { kind: 'state', state, text: stateWord(state, t) }
}

/** That nothing has been heard for nine months, and since when, where that is not the day of the state itself. */
function silence(
  since: string | null,
  statement: ReportedStatement | null,
  { t, quiet, day }: Writer,
): Line[] {
  if (since === null) return []
  if (since === statement?.asOf) return [[quiet(t('reports.withoutNews'))]]
  return [[quiet(t('reports.withoutNewsSince', { date: day(since) }))]]
}

/** Who says so, and which sides have confirmed it. */
function assertions(statement: ReportedStatement | null, writer: Writer): Line[] {
  if (!statement) return []
  const { t, plain, quiet } = writer
  const confirmed = statement.confirmations.filter(({ stance }) => stance === 'confirms')
  return [
    [plain(t(`progress.assertedBy.${statement.assertedBy}`))],
    ...confirmed.map(({ side }) => [
      quiet(t('reports.confirmedBy', { side: sideName(side, writer) ?? side })),
    ]),
  ]
}

/** The note and the reason of a statement, and what a side sees otherwise. */
function remarks(statement: ReportedStatement | null, writer: Writer): Line[] {
  if (!statement) return []
  const { t, quiet, passage, notesOf } = writer
  const [note, reason] = [passage(statement.note), passage(statement.reason)]
  const why = quiet(`${t('progress.reason')}${t('reports.colon')}`)
  const differing = statement.confirmations.filter(({ stance }) => stance === 'differs')
  return [
    ...(note.length > 0 ? [note] : []),
    ...(reason.length > 0 ? [[why, ...reason]] : []),
    ...differing.map(({ side, note: view, citations }) => [
      quiet(t('reports.differingView', { side: sideName(side, writer) ?? side })),
      ...passage(view),
      ...notesOf(citations),
    ]),
  ]
}

function orNone(lines: Line[], { t, plain }: Writer): Line[] {
  return lines.length > 0 ? lines : [[plain(t('reports.none'))]]
}
