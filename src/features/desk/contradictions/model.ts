import type { EditableKind } from '@/features/register/subjects/model/kinds'

/** What two facts of the register can have against each other: a key of messages `desk.contradictions`. */
export type ContradictionCode =
  /** A project is not reported, yet something tied to it is dated after its session. */
  | 'news_unreported'
  /** A project's state rests on nothing after its session. */
  | 'no_later_step'
  /** A citation says neither what its source says nor where. */
  | 'no_place'
  /** A quote does not stand in the text kept of its source. */
  | 'quote_not_found'
  /** A state is as of a later day than the newest source that it cites. */
  | 'as_of_too_late'

/** One contradiction: of which subject, and what it is about (references, a source, a day). */
export type Contradiction = {
  code: ContradictionCode
  kind: EditableKind
  reference: string
  detail: string
}

/**
 * Whether a quote stands in a text, whatever the white space, the punctuation and the width of signs: copies
 * differ in these. An ellipsis stands for words left out.
 */
export function isQuotedFrom(text: string, quote: string): boolean {
  const whole = letters(text)
  let from = 0
  for (const part of quote.split(/…+|\.{3,}/).map(letters)) {
    const found = whole.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return true
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
