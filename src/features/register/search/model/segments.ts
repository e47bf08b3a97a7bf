import { foldForSearch } from '@/i18n/fold'

/** A stretch of Chinese as it was typed, and folded. */
export type Stretch = { typed: string; folded: string }

/** Words that ask and join, and that no text is sought by. */
const asking = new Set(
  (
    '的 了 和 与 及 或 在 是 有 由 被 把 将 对 于 为 从 到 等 呢 吗 吧 也 都 请 问 请问 什么 甚么 么 谁 哪 哪些 哪个 几 几多 几时 ' +
    '多少 何时 为何 怎样 如何 有没有 是否 关于 有关 签了 签 之 所 个 我 你 他 她 这 那 这个 那个 现在 今日 ' +
    'a about an and any are at by did do does for from has have how in is it of on or the their there to was were ' +
    'what when where which who whom whose why will with'
  ).split(' '),
)

/** Whether a folded word is one by which nothing is sought. */
export function isAsking(folded: string): boolean {
  return asking.has(folded)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where words begin and end in a folded text, by the dictionary of the language. */
export function boundariesIn(folded: string): Set<number> {
  const starts = [...segmenter.segment(folded)].map(({ index }) => index)
  return new Set([...starts, folded.length])
}

/** The longest word that is looked for, in characters. */
const longest = 16

/**
 * The pieces of a folded stretch that may be words: those between two boundaries of the dictionary, and the terms
 * that stand in it.
 */
export function piecesOf(folded: string, terms: ReadonlySet<string>): string[] {
  const boundaries = [...boundariesIn(folded)]
  const pieces = new Set<string>()
  for (let from = 0; from < folded.length; from++) {
    for (let to = from + 2; to <= Math.min(folded.length, from + longest); to++) {
      const piece = folded.slice(from, to)
      const isWord = boundaries.includes(from) && boundaries.includes(to)
      if (isWord || terms.has(piece)) pieces.add(piece)
    }
  }
  return [...pieces]
}

/**
 * Splits a stretch into known words, as few and as long as cover the most of it. Words that only ask are left out,
 * and so is a single character: it stands in nearly every text.
 * @param known the folded pieces that the register knows.
 * @returns the words in order, and what is none.
 */
export function splitInto({ typed }: { typed: string }, known: ReadonlySet<string>) {
  const { folded, places } = foldForSearch(typed)
  type Best = { cost: number; from: number; isKnown: boolean }
  const best: (Best | null)[] = [{ cost: 0, from: 0, isKnown: false }]
  for (let to = 1; to <= folded.length; to++) {
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const before = best[from]
      if (!before) continue
      const piece = folded.slice(from, to)
      const isKnown = known.has(piece) && !asking.has(piece)
      if (!isKnown && !asking.has(piece) && to - from > 1) continue
      const cost = before.cost + (isKnown || asking.has(piece) ? 1 : 100)
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost, from, isKnown }
    }
  }
  const words: Stretch[] = []
  const unknown: string[] = []
  for (let to = folded.length; to > 0; ) {
    const { from, isKnown } = best[to] ?? { from: to - 1, isKnown: false }
    const [first, last] = [places[from], places[to - 1]]
    const piece = { folded: folded.slice(from, to), typed: typed.slice(first?.start, last?.end) }
    if (isKnown) words.unshift(piece)
    else if (!asking.has(piece.folded)) unknown.unshift(piece.typed)
    to = from
  }
  return { words, unknown }
}
