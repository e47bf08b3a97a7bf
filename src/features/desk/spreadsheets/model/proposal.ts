import { problemsIn } from '@/components/forms/problems'
import { type TextsInput, textsInput } from '@/features/desk/round/edits/input'
import {
  type SubmittedStatement,
  submittedStatement,
} from '@/features/desk/round/statements/input/statement'
import { originOfNew } from '@/features/register/texts/model/origin'
import { toSimplified } from '@/i18n/conversion'
import { hongKongDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { now } from '@/server/clock'
import {
  type Cells,
  type CitationColumn,
  type ColumnKey,
  columnKeys,
  isCitationColumn,
  newSourceColumns,
} from './columns'
import type { LoggedItem } from './rows'
import type { RowRefusal } from './spreadsheet'

/**
 * What a row submits to a command, or why it cannot. `probe` is then the same with sound values in place of what is
 * at fault: what a command would refuse of that is told too, so that nobody mends a row one fault at a time.
 */
export type Proposed<Input> = { input: Input } | { refusals: RowRefusal[]; probe: Input | null }

/** The statement that a row would make of an item: the whole of what it says, as a form gives it. */
export function proposedStatement(live: LoggedItem, cells: Cells): Proposed<SubmittedStatement> {
  const { citation, misplaced } = citedIn(cells, '')
  const passageOf = (part: 'note' | 'reason') => ({
    'zh-Hant': cells[`${part}.zh-Hant`],
    // Left blank, it is converted and marked as that; what is not blank has been written by a person.
    'zh-Hans': isConverted(live, cells, part) ? '' : cells[`${part}.zh-Hans`],
    en: cells[`${part}.en`],
  })
  const statement = {
    reference: live.reference,
    state: cells.state,
    asOf: cells.asOf,
    assertedBy: cells.assertedBy,
    note: passageOf('note'),
    reason: passageOf('reason'),
    simplifiedIsConversion: false,
    citations: citationsOf(live, { cells, cited: citation }),
  }
  const proposed = parsed(submittedStatement, { version: live.version, statement })
  if ('input' in proposed && !misplaced) return proposed
  const refusals: RowRefusal[] = [
    ...(misplaced ? [{ column: 'source' as const, reason: misplaced }] : []),
    ...('input' in proposed ? [] : proposed.refusals),
  ]
  return { refusals, probe: probeOf(live, statement, refusals) }
}

/** What the cells of a citation say, as `citationInput` takes it; null for nothing, and where it is not clear which source. */
export function citedIn(
  cells: Cells,
  prefix: '' | 'details.',
): { citation: object | null; misplaced: 'held_or_new' | 'citation_required' | null } {
  const read = (column: CitationColumn) => cells[`${prefix}${column}`]
  const describesSource = newSourceColumns.some((column) => read(column) !== '')
  const isCited = describesSource || read('source') !== ''
  if (describesSource && read('source') !== '') return { citation: null, misplaced: 'held_or_new' }
  if (!isCited) {
    return {
      citation: null,
      misplaced: read('quote') || read('locator') ? 'citation_required' : null,
    }
  }
  const source = describesSource
    ? {
        kind: 'new',
        publisher: read('source.publisher'),
        publishedOn: read('source.publishedOn'),
        title: read('source.title'),
        url: read('source.url'),
        sourceKind: read('source.kind'),
        language: read('source.language'),
      }
    : { kind: 'existing', slug: read('source') }
  return { citation: { source, quote: read('quote'), locator: read('locator') }, misplaced: null }
}

/** The statement with sound values where a column is at fault; null where that is no statement either. */
function probeOf(
  live: LoggedItem,
  statement: Record<string, unknown>,
  refusals: readonly RowRefusal[],
): SubmittedStatement | null {
  const at = (isAt: (column: ColumnKey) => boolean) => refusals.some(({ column }) => isAt(column))
  const blank = { 'zh-Hant': '', 'zh-Hans': '', en: '' }
  const sound = {
    ...statement,
    ...(at((column) => column === 'state') ? { state: live.snapshot.state } : {}),
    ...(at((column) => column === 'asOf') ? { asOf: hongKongDay(now()) } : {}),
    ...(at((column) => column === 'assertedBy') ? { assertedBy: 'editor' } : {}),
    ...(at((column) => column.startsWith('note.')) ? { note: blank } : {}),
    ...(at((column) => column.startsWith('reason.')) ? { reason: blank } : {}),
    ...(at(isCitationColumn) ? { citations: [] } : {}),
  }
  const probe = parsed(submittedStatement, { version: live.version, statement: sound })
  return 'input' in probe ? probe.input : null
}

/**
 * What the statement of a row rests on: a row shows the first citation, and those after it stay. What stays is what
 * the log has of it, to the letter.
 */
function citationsOf(
  { snapshot }: LoggedItem,
  { cells, cited }: { cells: Cells; cited: object | null },
): object[] {
  const [first, ...others] = (snapshot.statement?.citations ?? []).map(
    ({ source: slug, quote, locator }) => ({
      source: { kind: 'existing', slug },
      quote: quote ?? '',
      locator: locator ?? '',
    }),
  )
  const isAsWas =
    first?.source.slug === cells.source &&
    first.quote === cells.quote &&
    first.locator === cells.locator
  return [...(isAsWas ? [first] : cited ? [cited] : []), ...others]
}

const ownParts = ['title', 'text'] as const

/**
 * The change of an item's own texts that a row would make. Each keeps its origin, and the rest stays as it is.
 * @param was the row as it is published.
 */
export function proposedTexts(live: LoggedItem, cells: Cells, was: Cells): Proposed<TextsInput> {
  const passages = Object.fromEntries(
    ownParts
      .filter((part) => languages.some((one) => cells[`${part}.${one}`] !== was[`${part}.${one}`]))
      .map((part) => [part, passageAsked(live, cells, was, part)]),
  )
  const { kind, reference, version } = live
  return parsed(textsInput, { kind, reference, version, passages })
}

/** The languages of a passage that change; an empty text takes its language out, or lets it be converted. */
function passageAsked(live: LoggedItem, cells: Cells, was: Cells, part: (typeof ownParts)[number]) {
  const held = live.snapshot.texts[part]
  return Object.fromEntries(
    languages.flatMap((language) => {
      const column = `${part}.${language}` as const
      const isToConvert = language === 'zh-Hans' && isConverted(live, cells, part)
      const traditionalChanges = cells[`${part}.zh-Hant`] !== was[`${part}.zh-Hant`]
      if (cells[column] === was[column] && !(isToConvert && traditionalChanges)) return []
      const { origin, originDetail } = held?.[language] ?? {
        origin: originOfNew(language, originalIn(cells, part)),
        originDetail: null,
      }
      return [[language, { body: isToConvert ? '' : cells[column], origin, originDetail }]]
    }),
  )
}

/** The language that the texts of a row's passage are made from, as far as a spreadsheet tells. */
function originalIn(cells: Cells, part: (typeof ownParts)[number]): Language | null {
  return (
    (['zh-Hant', 'zh-Hans'] as const).find((script) => cells[`${part}.${script}`] !== '') ?? null
  )
}

/**
 * Whether the Simplified text of a row is to be OpenCC's: where it is blank, where it repeats what OpenCC makes
 * of the Traditional text and no person had accepted that, and where it was OpenCC's and stayed, while the
 * Traditional text changed.
 */
export function isConverted(
  live: LoggedItem,
  cells: Cells,
  part: 'title' | 'text' | 'note' | 'reason',
): boolean {
  const [traditional, simplified] = [cells[`${part}.zh-Hant`], cells[`${part}.zh-Hans`]]
  if (traditional === '') return false
  if (simplified === '') return true
  const texts =
    part === 'title' || part === 'text' ? live.snapshot.texts : live.snapshot.statement?.texts
  const held = texts?.[part]
  const isAsWas = simplified === held?.['zh-Hans']?.body
  if (!isAsWas) return simplified === toSimplified(traditional)
  if (held['zh-Hans']?.origin !== 'script_conversion') return false
  // Its own texts stay to the letter while the Traditional one does; a statement is written anew as a whole.
  return part === 'note' || part === 'reason' || traditional !== held['zh-Hant']?.body
}

/** The cells as they will stand where Simplified is converted in a statement. */
export function withConversions(live: LoggedItem, cells: Cells): Cells {
  const settled = { ...cells }
  for (const part of ['note', 'reason'] as const) {
    if (isConverted(live, cells, part)) {
      settled[`${part}.zh-Hans`] = toSimplified(cells[`${part}.zh-Hant`])
    }
  }
  return settled
}

type Schema<Input> = {
  safeParse(value: unknown): {
    success: boolean
    data?: Input
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
  }
}

/** What a schema makes of a value. @param column the column that a field of it stands in. */
export function parsed<Input>(
  schema: Schema<Input>,
  value: unknown,
  column: (field: string) => ColumnKey = columnOf,
): Proposed<Input> {
  const { data, error } = schema.safeParse(value)
  if (data !== undefined) return { input: data }
  const problems = problemsIn(error?.issues)
  return {
    refusals: problems.map(({ field, code }) => ({ column: column(field), reason: code })),
    probe: null,
  }
}

/** The column that a field of a command's input stands in; the reference for what no column holds. */
export function columnOf(field: string): ColumnKey {
  const name = field
    .replace(/^statement\./, '')
    .replace(/^(?:texts|passages)\./, '')
    .replace(/\.body$/, '')
    .replace(/^citations(\.\d+)?/, 'citation')
    .replace(/^citation(?:\.source(?:\.(?:slug|kind))?)?$/, 'source')
    .replace(/^citation\.source\.sourceKind$/, 'source.kind')
    .replace(/^citation\./, '')
  return (columnKeys as readonly string[]).includes(name) ? (name as ColumnKey) : 'reference'
}
