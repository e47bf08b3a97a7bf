/**
 * Signs that nobody sees: the default-ignorable ones, such as zero-width blanks, soft hyphens, variation selectors and
 * marks that turn the direction of writing; and controls that are no white space.
 */
export const unseen = /\p{DI}|\p{Cc}(?<!\s)/gu

/** Breaks that no form types and that come out of other programs: the vertical tab of Word, the form feed, U+2028. */
const oddBreak = /[\v\f\u0085\u2028\u2029]+/gu

/**
 * A text as a form or a spreadsheet gave it, without signs that nobody sees; an odd break is a blank, or nothing beside
 * Chinese. Tabs and line feeds stay.
 */
export function withoutUnseen(text: string): string {
  return text
    .replace(
      /(?<=\p{Script=Han})[\v\f\u0085\u2028\u2029]+|[\v\f\u0085\u2028\u2029]+(?=\p{Script=Han})/gu,
      '',
    )
    .replace(oddBreak, ' ')
    .replace(unseen, '')
}
