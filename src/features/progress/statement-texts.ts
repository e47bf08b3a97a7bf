import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
import type { Language } from '../../i18n/language'
import { toSimplified } from '../texts/conversion'
import { textHash } from '../texts/model'
import type { StatementInput } from './input'

type Passage = StatementInput['note']
type Part = 'note' | 'reason'
type TextDraft = Prisma.TextCreateWithoutStatementInput

/** Who has read the texts, and when: the author of an accepted conversion, the second person of the rest. */
export type Reading = { authorId: string; approverId: string; at: Date }

/**
 * The text rows of a statement, with their origin. The original is the Traditional passage, else the
 * Simplified, else the English: `editorial`. Simplified beside Traditional is a `script_conversion` until
 * a person has accepted it; where it was left blank the register converts it. English beside Chinese is
 * an `unofficial_translation`. What is not original remembers the hash of what it was made from.
 */
export function textsOf(statement: StatementInput, reading: Reading): TextDraft[] {
  return (['note', 'reason'] as const).flatMap((part) =>
    passageTexts(part, statement[part], statement.simplifiedIsConversion, reading),
  )
}

/** As `textsOf`, of one passage. */
export function passageTexts(
  part: Part,
  passage: Passage,
  simplifiedIsConversion: boolean,
  reading: Reading,
): TextDraft[] {
  const second = reading.approverId === reading.authorId ? null : reading.approverId
  return passageEntries(passage, simplifiedIsConversion).map(({ reader, ...entry }) => {
    const id = reader === 'author' ? reading.authorId : reader === 'approver' ? second : null
    const read = id ? { reviewedBy: { connect: { id } }, reviewedAt: reading.at } : {}
    return { part, ...entry, ...read }
  })
}

/** One text of a passage, and whose reading stands for it: nobody has read a conversion. */
export type PassageEntry = {
  language: Language
  body: string
  origin: 'editorial' | 'script_conversion' | 'unofficial_translation'
  derivedFromHash: string | null
  reader: 'author' | 'approver' | null
}

/** The texts of a passage, the original first. */
export function passageEntries(
  { 'zh-Hant': traditional, 'zh-Hans': simplified, en: english }: Passage,
  simplifiedIsConversion: boolean,
): PassageEntry[] {
  const original = traditional || simplified
  const entries: PassageEntry[] = []
  if (original) {
    entries.push({
      language: traditional ? 'zh-Hant' : 'zh-Hans',
      body: original,
      origin: 'editorial',
      derivedFromHash: null,
      reader: 'approver',
    })
  }
  if (traditional) {
    // What differs from the conversion was written by a person, whatever the form says.
    const conversion = toSimplified(traditional)
    const accepted = simplified !== '' && (!simplifiedIsConversion || simplified !== conversion)
    entries.push({
      language: 'zh-Hans',
      body: simplified || conversion,
      origin: accepted ? 'editorial' : 'script_conversion',
      derivedFromHash: textHash(traditional),
      reader: accepted ? 'author' : null,
    })
  }
  if (english) {
    entries.push({
      language: 'en',
      body: english,
      origin: original ? 'unofficial_translation' : 'editorial',
      derivedFromHash: original ? textHash(original) : null,
      reader: 'approver',
    })
  }
  return entries
}
