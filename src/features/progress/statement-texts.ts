import 'server-only'
import type { Prisma } from '../../generated/prisma/client'
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
  const { 'zh-Hant': traditional, 'zh-Hans': simplified, en: english } = passage
  const original = traditional || simplified
  const readBy = (id: string) => ({ reviewedBy: { connect: { id } }, reviewedAt: reading.at })
  const second = reading.approverId === reading.authorId ? {} : readBy(reading.approverId)
  const texts: TextDraft[] = []
  if (traditional) {
    texts.push({ part, language: 'zh-Hant', body: traditional, origin: 'editorial', ...second })
  }
  if (original && !traditional) {
    texts.push({ part, language: 'zh-Hans', body: original, origin: 'editorial', ...second })
  }
  if (traditional) {
    // What differs from the conversion was written by a person, whatever the form says.
    const conversion = toSimplified(traditional)
    const accepted = simplified !== '' && (!simplifiedIsConversion || simplified !== conversion)
    texts.push({
      part,
      language: 'zh-Hans',
      body: simplified || conversion,
      origin: accepted ? 'editorial' : 'script_conversion',
      derivedFromHash: textHash(traditional),
      ...(accepted ? readBy(reading.authorId) : {}),
    })
  }
  if (english) {
    texts.push({
      part,
      language: 'en',
      body: english,
      origin: original ? 'unofficial_translation' : 'editorial',
      ...(original ? { derivedFromHash: textHash(original) } : {}),
      ...second,
    })
  }
  return texts
}
