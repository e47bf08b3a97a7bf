import { type EditInput, editInput } from '@/features/desk/round/edits/input'
import { startingOrigin } from '@/features/desk/round/edits/model/form'
import { inputOf } from '@/features/desk/round/edits/model/form-values'
import { isLine } from '@/features/desk/round/edits/model/lengths'
import { leftAlone } from '@/features/desk/round/edits/model/passages'
import { isLanguage, type Language, languages } from '@/i18n/language'
import { originalLanguage } from '@/i18n/localized-text'
import { type Cells, type ColumnKey, columnKeys, detailsCitationColumns } from './columns'
import { citedIn, columnOf, type Proposed, parsed } from './proposal'
import { type LoggedItem, namesIn } from './rows'
import type { RowRefusal } from './spreadsheet'

const parts = ['title', 'text'] as const
type Part = (typeof parts)[number]

/**
 * The edit by which a row adds details to a placeholder entry: what the editor's form would submit with the same
 * words in it. What a row cannot say stays as it is, what the announced number rests on included.
 * @param was the row as it is published: its details may have been added meanwhile.
 */
export function proposedDetails(live: LoggedItem, cells: Cells, was: Cells): Proposed<EditInput> {
  const { citation, misplaced } = citedIn(cells, 'details.')
  const isCitedAnew = detailsCitationColumns.some((column) => cells[column] !== was[column])
  const refusals: RowRefusal[] = [
    ...(misplaced ? [{ column: 'details.source' as const, reason: misplaced }] : []),
    ...(parts.some((part) => isUnclear(live, cells, part))
      ? [{ column: 'details.language' as const, reason: 'which_original' }]
      : []),
  ]
  const held = inputOf(live.kind, live.reference, live.version, live.snapshot)
  const asked = {
    ...held,
    facts: { ...held.facts, ...factsIn(live, cells), itemised: true },
    passages: {
      ...held.passages,
      ...Object.fromEntries(parts.map((part) => [part, passageIn(live, cells, part)])),
    },
    citations: [...held.citations, ...(citation && isCitedAnew ? [citation] : [])],
  }
  const proposed = parsed(editInput, asked, detailColumnOf)
  if ('input' in proposed && refusals.length === 0) return proposed
  if ('refusals' in proposed) refusals.push(...proposed.refusals)
  return { refusals, probe: probeOf(live, held, asked, refusals) }
}

/** The edit with nothing where a column is at fault; null where that is no edit either. */
function probeOf(
  live: LoggedItem,
  held: EditInput,
  asked: { facts: object; passages: object },
  refusals: readonly RowRefusal[],
): EditInput | null {
  const at = (start: string) => refusals.some(({ column }) => column.startsWith(start))
  const blank = {
    ...(at('field') ? (live.kind === 'project' ? { field: null } : { fields: [] }) : {}),
    ...(at('details.kind') ? { kind: null } : {}),
    ...(at('details.signedOn') ? { signedOn: null } : {}),
    ...(at('details.parties') || at('details.witnesses') ? { parties: [] } : {}),
  }
  const unsound = parts.filter((part) => at(`${part}.`))
  const probe = parsed(editInput, {
    ...asked,
    facts: { ...asked.facts, ...blank },
    passages: { ...asked.passages, ...Object.fromEntries(unsound.map((part) => [part, {}])) },
    ...(detailsCitationColumns.some(at) ? { citations: held.citations } : {}),
  })
  return 'input' in probe ? probe.input : null
}

/** The facts that a row may say. */
function factsIn({ kind, snapshot }: LoggedItem, cells: Cells) {
  if (kind === 'project') return { field: cells.field || null }
  const held = snapshot.parties ?? []
  const named = [
    ...namesIn(cells['details.parties']).map((organisation) => ({ organisation, role: 'party' })),
    ...namesIn(cells['details.witnesses']).map((organisation) => ({
      organisation,
      role: 'witness',
    })),
  ]
  const keyOf = (one: { organisation: string; role: string }) => `${one.role} ${one.organisation}`
  const isAsHeld = named.map(keyOf).sort().join() === held.map(keyOf).sort().join()
  return {
    fields: namesIn(cells.field),
    kind: cells['details.kind'] || null,
    signedOn: cells['details.signedOn'] || null,
    // Two columns do not tell in which order a party and a witness stand.
    parties: isAsHeld ? held : named,
  }
}

/** A passage as the row has it: what is as it was keeps its origin, and what is new has that which a form begins with. */
function passageIn({ snapshot }: LoggedItem, cells: Cells, part: Part) {
  const held = snapshot.texts[part] ?? {}
  const untouched = leftAlone(held)
  const original = originalLanguage(held) ?? originalIn(cells, part)
  return Object.fromEntries(
    languages.flatMap((language) => {
      const typed = cells[`${part}.${language}`]
      if (typed === (held[language]?.body ?? '')) {
        const text = untouched[language]
        return text ? [[language, text]] : []
      }
      if (typed === '') return []
      const body = isLine(part) ? typed.replace(/\s*\n\s*/g, ' ') : typed
      const origin = held[language]?.origin ?? startingOrigin(part, language, original ?? language)
      return [[language, { body, origin }]]
    }),
  )
}

/** The language in which a passage of a row was written: the one named, or the only one filled in. */
function originalIn(cells: Cells, part: Part): Language | null {
  const named = cells['details.language']
  if (isLanguage(named)) return named
  const filled = languages.filter((language) => cells[`${part}.${language}`] !== '')
  return filled.length === 1 ? (filled[0] ?? null) : null
}

/** Whether a passage stands in several languages and nothing says which was first. */
function isUnclear({ snapshot }: LoggedItem, cells: Cells, part: Part): boolean {
  const isFilled = languages.some((language) => cells[`${part}.${language}`] !== '')
  return (
    isFilled &&
    originalLanguage(snapshot.texts[part] ?? {}) === null &&
    originalIn(cells, part) === null
  )
}

/** The column that a field of an edit stands in where details are added. */
export function detailColumnOf(field: string): ColumnKey {
  const name = field
    .replace(/^facts\.fields?(\.\d+)?$/, 'field')
    .replace(/^facts\.parties\b.*$/, 'details.parties')
    .replace(/^facts\./, 'details.')
    .replace(/^citations(\.\d+)?/, 'details.citation')
    .replace(/^details\.citation(?:\.source(?:\.(?:slug|kind))?)?$/, 'details.source')
    .replace(/^details\.citation\.source\.sourceKind$/, 'details.source.kind')
    .replace(/^details\.citation\./, 'details.')
    .replace(/\.origin$/, '')
  return (columnKeys as readonly string[]).includes(name) ? (name as ColumnKey) : columnOf(name)
}
