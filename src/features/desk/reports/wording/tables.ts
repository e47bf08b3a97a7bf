import type { Side } from '@/features/register/cities/model'
import { assertionOf, standsBy } from '@/features/register/states/model/statements'
import type { ItemKind, ItemState } from '@/features/register/states/model/states'
import { assertionOfSides, stateWord, stateWords } from '@/features/register/states/wording'
import type { Messages } from '@/i18n/messages'
import type { ReportedDocument, ReportedProject, ReportedStatement, StateCounts } from '../model'
import type { Block, Line, Piece } from './blocks'
import type { Writer } from './writer'

type Table = Extract<Block, { kind: 'table' }>

/** How many items are in each state, with what the state means; no table where there are none. */
export function stateTable(
  kind: ItemKind,
  counts: StateCounts<ItemState>,
  writer: Writer,
): Table[] {
  const { language, t, plain, number } = writer
  const count = counts.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return []
  return [
    {
      kind: 'table',
      caption: [plain(t(`reports.${kind}States`, { count }))],
      columns: columnsOf({ state: 26, number: 12, meaning: 62 }, writer),
      rows: counts.map(({ state, count: held }) => {
        const { label, definition } = stateWords(kind, state, language)
        return [
          [[{ kind: 'state', state, text: label }]],
          [[plain(number(held))]],
          [[plain(definition)]],
        ]
      }),
    },
  ]
}

/** A field's projects: how each stands, by whom and on what. */
export function projectTable(projects: readonly ReportedProject[], writer: Writer): Table {
  const { t, plain, notesOf } = writer
  return {
    kind: 'table',
    caption: [plain(t('reports.projectsOfField', { count: projects.length }))],
    columns: columnsOf(
      { reference: 8, project: 28, state: 16, asOf: 13, assertedBy: 12, note: 23 },
      writer,
    ),
    rows: projects.map(({ reference, title, citations, state, statement, ...project }) => [
      [[plain(reference)]],
      [[...writer.title(title), ...notesOf(citations)]],
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
    columns: columnsOf(
      { reference: 8, document: 25, kind: 15, signedOn: 13, parties: 19, state: 20 },
      writer,
    ),
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
            ...writer.title(title),
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

/** Columns by their names, each with its share of the width. */
function columnsOf(
  shares: Partial<Record<keyof Messages['reports']['columns'], number>>,
  { t, plain }: Writer,
): Table['columns'] {
  return Object.entries(shares).map(([name, share]) => ({
    label: [plain(t(`reports.columns.${name as keyof typeof shares}`))],
    share,
  }))
}

function statePiece(state: ItemState, { language }: Writer): Piece {
  return { kind: 'state', state, text: stateWord(state, language) }
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
  const { language, t, plain, quiet } = writer
  const confirmed = statement.confirmations.filter(({ stance }) => standsBy(stance))
  return [
    [plain(assertionOfSides(statement.assertedBy, language, statement.sides))],
    ...confirmed.map(({ side }) => [
      quiet(t('reports.confirmedBy', { side: nameOfSide(side, statement, writer) })),
    ]),
  ]
}

/** The note and the reason of a statement, and what a side sees differently. */
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
      quiet(t('reports.differingView', { side: nameOfSide(side, statement, writer) })),
      ...passage(view),
      ...notesOf(citations),
    ]),
  ]
}

function nameOfSide(side: Side, { sides }: ReportedStatement, { language }: Writer): string {
  return assertionOfSides(assertionOf(side), language, sides)
}

function orNone(lines: Line[], { t, plain }: Writer): Line[] {
  return lines.length > 0 ? lines : [[plain(t('reports.none'))]]
}
