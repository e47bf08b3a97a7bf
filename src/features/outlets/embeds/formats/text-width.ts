/** Characters as wide as they are high: Chinese, its punctuation, full-width forms, and pictures. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{3000}-\u{303F}\u{FF01}-\u{FF60}\u{2014}\u{2026}\u{201C}\u{201D}\p{Extended_Pictographic}]/u

/**
 * About how wide a line of text is, in the unit of the font's size. The fonts are the reader's, so no table can be
 * exact: what is drawn with it is fitted to this width by the browser.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) width += widthOf(segment)
  return width * fontSize
}

function widthOf(sign: string): number {
  if (wide.test(sign)) return 1
  if (/^[ijl.,:;'’!|()[\] ]/.test(sign)) return 0.34
  if (/^[ftr\-/]/.test(sign)) return 0.4
  if (/^[mwMW%@✓]/.test(sign)) return 0.88
  if (/^[A-Z]/.test(sign)) return 0.68
  return 0.58
}
