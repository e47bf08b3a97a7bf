import type { Language } from './language'

/** The marks around words in quotation, and those around words quoted within them; a third level has the outer again. */
const marks: Record<Language, readonly [outer: string, inner: string]> = {
  'zh-Hant': ['「」', '『』'],
  'zh-Hans': ['“”', '‘’'],
  en: ['“”', '‘’'],
}

const closing = new Map(['「」', '『』', '“”', '‘’'].map(([opens, closes]) => [opens, closes]))

/** Two marks that belong together: where they stand, and the pair around them. */
type Pair = { opens: number; closes: number; around: Pair | null }

/**
 * The pairs of quotation marks in a text, the outer before the inner. A mark without its fellow is in none, nor is
 * an apostrophe between two letters.
 */
function pairsIn(text: string): Pair[] {
  const open: number[] = []
  const found: { opens: number; closes: number }[] = []
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    if (/[‘’]/.test(sign) && /^[\p{Script=Latin}\d]{2}$/u.test(around(text, index))) continue
    if (closing.has(sign)) open.push(index)
    const depth = open.findLastIndex((place) => closing.get(text.charAt(place)) === sign)
    if (depth < 0) continue
    found.push({ opens: open[depth] ?? 0, closes: index })
    open.length = depth
  }
  const pairs: Pair[] = []
  for (const pair of found.sort((a, b) => a.opens - b.opens)) {
    const outer = pairs.findLast(({ closes }) => closes > pair.closes) ?? null
    pairs.push({ ...pair, around: outer })
  }
  return pairs
}

function around(text: string, index: number): string {
  return text.charAt(index - 1) + text.charAt(index + 1)
}

/** @param depth how many pairs stand around the text. */
function withMarks(
  text: string,
  language: Language,
  depth: number,
  isTaken: (sign: string) => boolean,
): string {
  const signs = [...Array(text.length).keys()].map((index) => text.charAt(index))
  const taken = new Map<Pair, number>()
  const depths = new Map<Pair, number>()
  for (const pair of pairsIn(text)) {
    const level = pair.around ? (depths.get(pair.around) ?? 0) + 1 : depth
    depths.set(pair, level)
    const isWithin = pair.around !== null && taken.has(pair.around)
    if (!isWithin && !isTaken(text.charAt(pair.opens))) continue
    taken.set(pair, level)
    const [opens = '', closes = ''] = marks[language][level % 2] ?? ''
    signs[pair.opens] = opens
    signs[pair.closes] = closes
  }
  return signs.join('')
}

/**
 * A text of one Chinese script with the quotation marks of the other: 「甲『乙』丙」 and “甲‘乙’丙”. Pairs within
 * pairs alternate, however they were marked. A mark without its fellow, an apostrophe, and marks that are the other
 * script's already stay.
 */
export function withMarksOf(script: 'zh-Hant' | 'zh-Hans', text: string): string {
  const own = marks[script === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'].join('')
  return withMarks(text, script, 0, (sign) => own.includes(sign))
}

/**
 * Words in the quotation marks of a language; what they quote themselves stands in the inner marks, so that a reader
 * sees where the words end. For names, titles and summaries. Never for the exact quotation of a source, of which
 * not even a mark may change: that is set off (`isSetOff`), or stands in other marks (`quoted`).
 */
export function inQuotation(words: string, language: Language): string {
  const [opens, closes] = marks[language][0]
  return `${opens}${withMarks(words, language, 1, () => true)}${closes}`
}

/**
 * The printed title of a document as a language writes it: in title marks in Chinese, whose own words keep their
 * quotation marks as printed, and in quotation marks in English.
 */
export function inTitleMarks(title: string, language: Language): string {
  if (language === 'en') return inQuotation(title, language)
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** Whether an exact quotation holds quotation marks of its own, so that marks around it would not tell where it ends. */
export function isSetOff(quote: string): boolean {
  return pairsIn(quote).length > 0 || /["＂]/.test(quote)
}

/**
 * An exact quotation where it cannot be set off, in plain text: not a sign of it changes, and where it holds the outer
 * marks of its language itself, it stands in the inner ones.
 */
export function quoted(quote: string, language: Language): string {
  const [outer, inner] = marks[language]
  const isTaken = [...outer, '"', '＂'].some((sign) => quote.includes(sign))
  const [opens, closes] = isTaken ? inner : outer
  return `${opens}${quote}${closes}`
}
