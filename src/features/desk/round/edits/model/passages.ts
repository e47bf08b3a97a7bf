import { textHash } from '@/features/register/texts/model/text'
import { proposeTraditional, toSimplified } from '@/i18n/conversion'
import { type Language, languages } from '@/i18n/language'
import { type LocalizedText, originalLanguage, type TextEntry } from '@/i18n/localized-text'
import type { EditedText } from './edit'

export type EditedPassage = Partial<Record<Language, EditedText>>

/** A passage as an untouched form returns it. */
export function leftAlone(passage: LocalizedText): EditedPassage {
  return Object.fromEntries(
    Object.entries(passage).map(([language, { body, origin, originDetail }]) => [
      language,
      { body, origin, originDetail, checked: false },
    ]),
  )
}

/**
 * A passage as it would stand after an edit, in the log's form.
 *
 * What was made from another text remembers the hash of that text as it was: a text that the officer left
 * alone keeps its hash, and so turns stale when the original beside it has changed; one that was rewritten,
 * or read against the original, takes the new hash. Simplified that a person has accepted or rewritten is no
 * conversion any more. Simplified left blank beside Traditional is converted; Traditional is never made.
 */
export function settlePassage(before: LocalizedText, edited: EditedPassage): LocalizedText {
  const after: LocalizedText = {}
  for (const language of languages) {
    const text = edited[language]
    if (text && text.body !== '') after[language] = entryOf(text, before[language])
  }
  const original = originalLanguage(after)
  const body = original && after[original]?.body
  for (const language of languages) {
    const entry = after[language]
    if (entry) settle(language, entry, before[language], edited[language], body ?? null)
  }
  const traditional = after['zh-Hant']
  if (traditional && !after['zh-Hans'] && !traditional.derivedFromHash) {
    after['zh-Hans'] = {
      body: toSimplified(traditional.body),
      origin: 'script_conversion',
      originDetail: null,
      derivedFromHash: textHash(traditional.body),
      reviewedAt: null,
    }
  }
  return after
}

/**
 * The entry as typed. Whether it is derived is known by its origin, or by what it was before: what was made
 * from another text still follows it when an officer calls it editorial, but not when it is one that was printed.
 */
function entryOf(text: EditedText, before: TextEntry | undefined): TextEntry {
  const isDerived =
    text.origin === 'script_conversion' ||
    text.origin === 'unofficial_translation' ||
    (before?.derivedFromHash && ['editorial', before.origin].includes(text.origin))
  return {
    body: text.body,
    origin: text.origin,
    originDetail: text.originDetail,
    derivedFromHash: isDerived ? (before?.derivedFromHash ?? '') : null,
    reviewedAt: before?.reviewedAt ?? null,
  }
}

function settle(
  language: Language,
  entry: TextEntry,
  before: TextEntry | undefined,
  edited: EditedText | undefined,
  original: string | null,
): void {
  const isConversion = entry.origin === 'script_conversion'
  const isWritten =
    isConversion &&
    original !== null &&
    entry.body !==
      (language === 'zh-Hant' ? proposeTraditional(original) : toSimplified(original)) &&
    entry.body !== before?.body
  if (isConversion && (edited?.checked || isWritten)) entry.origin = 'editorial'
  const isLeft = before?.body === entry.body && !edited?.checked
  if (isLeft && before.origin === entry.origin && before.originDetail === entry.originDetail) {
    entry.derivedFromHash = before.derivedFromHash
    return
  }
  entry.reviewedAt = null
  // Changing the origin of a text does not mean that it was read against the original.
  if (entry.derivedFromHash === null || (isLeft && before.derivedFromHash)) return
  entry.derivedFromHash = original ? textHash(original) : null
}
