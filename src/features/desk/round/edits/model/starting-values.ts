import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { type EditableKind, factsOf } from '@/features/register/subjects/model/kinds'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { inputOf, valuesOf } from './form-values'

/** What the form of a subject that is held begins with: the subject as it is. */
export function heldValues(
  kind: EditableKind,
  reference: string,
  version: number,
  snapshot: ProposedSnapshot,
): FormValues {
  return valuesOf(inputOf(kind, reference, version, snapshot))
}

type Known = {
  /** The latest first. */
  conferences: readonly { name: string }[]
  mechanisms: readonly { name: string }[]
}

/**
 * What the form of a subject that is to be added begins with: the latest conference, or the one asked for; the
 * only mechanism, and the next number of its conferences; itemised, since slots come with their conference.
 */
export function newValues(
  kind: EditableKind,
  { conferences, mechanisms }: Known,
  conference: string | null,
): FormValues {
  const names = new Set(factsOf(kind).map(({ name }) => name))
  const latest = conferences.find(({ name }) => name === conference) ?? conferences[0]
  const [mechanism] = mechanisms
  const values: FormValues = { kind, reference: '', version: '0' }
  if (names.has('itemised')) values['facts.itemised'] = 'on'
  if (names.has('conference')) values['facts.conference'] = latest?.name ?? ''
  if (names.has('fullTextPublished')) values['facts.fullTextPublished'] = 'unknown'
  if (names.has('mechanism') && mechanism && mechanisms.length === 1) {
    values['facts.mechanism'] = mechanism.name
  }
  if (kind === 'conference') {
    const numbers = conferences.map(({ name }) => Number(/(\d+)$/.exec(name)?.[1] ?? 0))
    values['facts.number'] = String(Math.max(0, ...numbers) + 1)
  }
  return values
}
