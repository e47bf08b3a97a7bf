import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { type EditableKind, factsOf, partsOf } from '@/features/register/subjects/model/kinds'
import type { ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { languages } from '@/i18n/language'
import { originalLanguage } from '@/i18n/localized-text'
import { startingOrigin } from './form'
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

/**
 * The form with where each text that is still to be typed most likely comes from: made from the original that there
 * is, or, where there is none, from what the officer writes first.
 * @param script what that is: a Shanghai original is Simplified.
 */
export function withOrigins(
  values: FormValues,
  kind: EditableKind,
  texts: ProposedSnapshot['texts'],
  script: 'zh-Hant' | 'zh-Hans',
): FormValues {
  const origins = partsOf(kind).flatMap((part) => {
    const original = originalLanguage(texts[part] ?? {}) ?? script
    return languages
      .filter((language) => !texts[part]?.[language])
      .map((language) => [
        `texts.${part}.${language}.origin`,
        startingOrigin(part, language, original),
      ])
  })
  return { ...Object.fromEntries(origins), ...values }
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
