import 'server-only'
import { originOfNew } from '@/features/register/texts/model/origin'
import { textHash } from '@/features/register/texts/model/text'
import type { Prisma } from '@/generated/prisma/client'
import { convertTo } from '@/i18n/conversion'
import type { Language } from '@/i18n/language'
import type { StatementInput } from '../input/statement'

type Passage = StatementInput['note']
type Part = 'note' | 'reason'
type TextDraft = Prisma.TextCreateWithoutStatementInput

/** Who has read the texts, and when: the author of an accepted conversion, the second person of the rest. */
export type Reading = { authorId: string; approverId: string; at: Date }

/** Which Chinese passage is the original where there are two, and which was made by OpenCC and is not accepted yet. */
export type Writing = Pick<
  StatementInput,
  'original' | 'simplifiedIsConversion' | 'traditionalIsConversion'
>

/**
 * The text rows of a statement, with their origin. The original is the Chinese passage that the author
 * names as such, else the other one, else the English: `editorial`. The other script beside it is a
 * `script_conversion` until a person has accepted it. Simplified that was left blank beside a Traditional
 * original is converted; Traditional is never made on its own. English beside Chinese is an
 * `unofficial_translation`. What is not original remembers the hash of what it was made from.
 */
export function textsOf(statement: StatementInput, reading: Reading): TextDraft[] {
  return (['note', 'reason'] as const).flatMap((part) =>
    passageTexts(part, statement[part], statement, reading),
  )
}

/** As `textsOf`, of one passage. */
export function passageTexts(
  part: Part,
  passage: Passage,
  writing: Writing,
  reading: Reading,
): TextDraft[] {
  const second = reading.approverId === reading.authorId ? null : reading.approverId
  return passageEntries(passage, writing).map(({ reader, ...entry }) => {
    const id = reader === 'author' ? reading.authorId : reader === 'approver' ? second : null
    const read = id ? { reviewedBy: { connect: { id } }, reviewedAt: reading.at } : {}
    return { part, ...entry, ...read }
  })
}

/** One text of a passage, and whose reading stands for it: nobody has read a conversion. */
export type PassageEntry = {
  language: Language
  body: string
  origin: ReturnType<typeof originOfNew>
  derivedFromHash: string | null
  reader: 'author' | 'approver' | null
}

/** The texts of a passage, the original first. */
export function passageEntries(passage: Passage, writing: Writing): PassageEntry[] {
  const { en: english } = passage
  const other = writing.original === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'
  const language = passage[writing.original] ? writing.original : other
  const original = passage[language]
  const entries: PassageEntry[] = []
  if (original) {
    entries.push({
      language,
      body: original,
      origin: originOfNew(language, null),
      derivedFromHash: null,
      reader: 'approver',
    })
    const inOtherScript = otherScript(passage, language, writing)
    if (inOtherScript) entries.push(inOtherScript)
  }
  if (english) {
    entries.push({
      language: 'en',
      body: english,
      origin: originOfNew('en', original ? language : null),
      derivedFromHash: original ? textHash(original) : null,
      reader: 'approver',
    })
  }
  return entries
}

/** The passage in the script that the original is not in; null where there is none and none may be made. */
function otherScript(
  passage: Passage,
  original: 'zh-Hant' | 'zh-Hans',
  writing: Writing,
): PassageEntry | null {
  const fromTraditional = original === 'zh-Hant'
  const language = fromTraditional ? 'zh-Hans' : 'zh-Hant'
  const written = passage[language]
  if (!written && !fromTraditional) return null
  const conversion = convertTo(language, passage[original])
  const isConversion = fromTraditional
    ? writing.simplifiedIsConversion
    : writing.traditionalIsConversion
  // What differs from the conversion was written by a person, whatever the form says.
  const accepted = written !== '' && (!isConversion || written !== conversion)
  return {
    language,
    body: written || conversion,
    origin: accepted ? 'editorial' : originOfNew(language, original),
    derivedFromHash: textHash(passage[original]),
    reader: accepted ? 'author' : null,
  }
}
