import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import {
  compacted,
  rowsOf,
  withoutRow,
  withRowRaised,
} from '@/features/desk/round/submissions/model/form-rows'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { type HeldSource, heldUnder, publisherAt } from '@/features/register/sources/model'
import { isLanguage } from '@/i18n/language'
import { withProposal } from './form-texts'

/** The lists of citations that a form may have. */
export const citationLists = [
  'citations',
  ...announcementKinds.map((kind) => `facts.announced.${kind}.citations`),
]

/** A form after a button was pressed, and the place to return to in it. */
export type AfterIntent = { values: FormValues; at: string | null }

/**
 * What a button of the editor makes of its form, without submitting anything: `add:citations`,
 * `remove:facts.parties:1`, `up:facts.parties:1`, `propose:title:zh-Hans`, `look:citations.0`.
 */
export function afterIntent(
  typed: Readonly<FormValues>,
  intent: string,
  sources: readonly HeldSource[],
): AfterIntent {
  const [verb, path = '', detail = ''] = intent.split(':')
  if (verb === 'remove') {
    return { values: compacted(withoutRow(typed, path, Number(detail))), at: path }
  }
  if (verb === 'up') {
    return { values: compacted(withRowRaised(typed, path, Number(detail))), at: path }
  }
  if (verb === 'propose' && isLanguage(detail)) {
    const values = compacted(withProposal(typed, path, detail))
    return { values, at: `texts.${path}.${detail}.body` }
  }
  if (verb === 'look') return { values: withPublisher(typed, path, sources), at: path }
  const values = compacted(typed)
  return { values, at: verb === 'add' ? `${path}.${rowsOf(values, path).length}` : null }
}

/**
 * The values with every source chosen that is typed anew and held already, however its address is written.
 * @returns the citations concerned too, by their rows.
 */
export function withHeldSources(
  values: Readonly<FormValues>,
  sources: readonly HeldSource[],
): { values: FormValues; held: string[] } {
  const result = { ...values }
  const held: string[] = []
  for (const path of citationLists) {
    for (const number of rowsOf(values, path)) {
      const row = `${path}.${number}`
      if (values[`${row}.source.kind`] !== 'new') continue
      const source = heldUnder(values[`${row}.source.url`] ?? '', sources)
      if (!source) continue
      result[`${row}.source.kind`] = 'existing'
      result[`${row}.source.slug`] = source.slug
      result[`${row}.held`] = 'on'
      held.push(row)
    }
  }
  return { values: result, held }
}

/** The values with a new source's publisher, kind and language filled in, where they are blank and its site is known. */
function withPublisher(
  values: Readonly<FormValues>,
  row: string,
  sources: readonly HeldSource[],
): FormValues {
  const known = publisherAt(values[`${row}.source.url`] ?? '', sources)
  if (!known || values[`${row}.source.publisher`]?.trim()) return { ...values }
  return {
    ...values,
    [`${row}.source.publisher`]: known.publisher,
    [`${row}.source.sourceKind`]: known.kind,
    [`${row}.source.language`]: known.language,
  }
}
