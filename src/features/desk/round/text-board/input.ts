import { z } from 'zod'
import { type EditableKind, editableKinds } from '@/features/register/subjects/model/kinds'
import { originOfNew } from '@/features/register/texts/model/origin'
import { type PassageName, textStateOf, textStates } from '@/features/register/texts/model/text'
import { proposeTraditional, toSimplified } from '@/i18n/conversion'
import { type Language, languages } from '@/i18n/language'
import {
  bodiesOf,
  type LocalizedText,
  originalLanguage,
  type TextOrigin,
} from '@/i18n/localized-text'
import { type FilterOf, listFilter, pageNumber } from '@/i18n/parameter'
import type { TextsInput } from '../edits/input'

const reference = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

/** What the address of the board says of the passages shown there. */
export const textFilter = listFilter({
  conditions: {
    /** Words that each must be found, in any of the three languages. */
    q: z.string().trim().min(1).max(200),
    language: z.enum(languages),
    /** A passage is shown that stands so in the language asked for, or in any. */
    state: z.enum(textStates),
    kind: z.enum(editableKinds),
    field: reference,
    conference: reference,
    /** Only what belongs to the fields in the officer's charge. */
    mine: z.literal('yes'),
  },
  order: {},
  place: {
    page: pageNumber,
    /** All conversions on the page are chosen to be accepted. */
    pick: z.literal('all'),
  },
})
export type TextFilter = FilterOf<typeof textFilter>

/** A text that the board names: its subject with the version seen, its passage and language. */
export type NamedText = {
  kind: EditableKind
  reference: string
  version: number
  name: PassageName
  language: Language
}

const namedText = z.object({
  kind: z.enum(editableKinds),
  reference: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  version: z.coerce.number().int().min(1),
  name: z.string().regex(/^[a-z.]{1,40}$/),
  language: z.enum(languages),
})

/** A text as the value of a checkbox. */
export function writeNamedText({ kind, reference, version, name, language }: NamedText): string {
  return [kind, reference, version, name, language].join(' ')
}

/** Reads what `writeNamedText` wrote; null for anything else. */
export function readNamedText(value: string): NamedText | null {
  const [kind, reference, version, name, language] = value.split(' ')
  return namedText.safeParse({ kind, reference, version, name, language }).data ?? null
}

/** The origins that a text added beside an original in `original` may have. */
export function originsBeside(original: Language | null, language: Language): TextOrigin[] {
  return [originOfNew(language, original), 'official']
}

/**
 * A text as OpenCC proposes it from the other Chinese script; null where there is nothing to propose from:
 * Traditional is proposed only for an original in Simplified.
 */
export function proposalFor(
  language: Language,
  bodies: Partial<Record<Language, string>>,
  original: Language | null,
): string | null {
  if (language === 'zh-Hans' && original !== 'zh-Hans' && bodies['zh-Hant']) {
    return toSimplified(bodies['zh-Hant'])
  }
  if (language === 'zh-Hant' && original === 'zh-Hans' && bodies['zh-Hans']) {
    return proposeTraditional(bodies['zh-Hans'])
  }
  return null
}

/**
 * What OpenCC can do for a text: propose it, or convert the original again where the outcome would be another
 * text than the one that is held; null where it can do nothing.
 */
export function proposalOf(
  text: LocalizedText,
  language: Language,
): 'convertAgain' | 'propose' | null {
  const proposed = proposalFor(language, bodiesOf(text), originalLanguage(text))
  if (proposed === null) return null
  return textStateOf(text, language) === 'stale' && proposed !== text[language]?.body
    ? 'convertAgain'
    : 'propose'
}

/**
 * The texts of a subject that its form has changed or marked as read, as an edit of texts takes them.
 * @param seen the passages that the officer had before them.
 * @param values the form's fields: `body.title.en`, `origin.title.en` (of a text that is new), and
 *   `checked.title.en` where a conversion is accepted or a text read against its original.
 */
export function editedTexts(
  seen: ReadonlyMap<PassageName, LocalizedText>,
  values: Readonly<Record<string, string>>,
): TextsInput['passages'] {
  const passages: TextsInput['passages'] = {}
  for (const [name, passage] of seen) {
    const typed = (language: Language) =>
      (values[`body.${name}.${language}`] ?? passage[language]?.body ?? '')
        .replace(/\r\n/g, '\n')
        .trim()
    const bodies = Object.fromEntries(languages.map((language) => [language, typed(language)]))
    for (const language of languages) {
      const body = typed(language)
      const held = passage[language]
      const checked = values[`checked.${name}.${language}`] === 'on'
      if (body === (held?.body ?? '') && !(checked && held)) continue
      const isConverted =
        body !== held?.body && body === proposalFor(language, bodies, originalLanguage(passage))
      const origin = isConverted
        ? 'script_conversion'
        : (held?.origin ?? (values[`origin.${name}.${language}`] as TextOrigin))
      passages[name] = {
        ...passages[name],
        [language]: { body, origin, originDetail: held?.originDetail ?? null, checked },
      }
    }
  }
  return passages
}

/** The conversions among the named texts, as they were seen, accepted: as an edit of texts takes them. */
export function acceptedTexts(
  seen: ReadonlyMap<PassageName, LocalizedText>,
  named: readonly Pick<NamedText, 'name' | 'language'>[],
): TextsInput['passages'] {
  const passages: TextsInput['passages'] = {}
  for (const { name, language } of named) {
    const passage = seen.get(name) ?? {}
    const entry = passage[language]
    if (!entry || textStateOf(passage, language) !== 'conversion') continue
    const { body, origin, originDetail } = entry
    passages[name] = {
      ...passages[name],
      [language]: { body, origin, originDetail, checked: true },
    }
  }
  return passages
}
