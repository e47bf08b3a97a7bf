import { fold, foldForSearch } from '@/i18n/fold'

/** A stretch of Chinese as it was typed, and folded. */
export type Stretch = { typed: string; folded: string }

/** Words that ask and join, and that no text is sought by. */
const asking = new Set(
  (
    '的 了 和 与 及 或 在 是 有 由 被 把 将 对 于 为 从 到 等 呢 吗 吧 也 都 请 问 请问 什么 甚么 么 谁 哪 哪些 哪个 几 几多 几时 ' +
    '签署 签订 签定 多少 何时 为何 怎样 如何 有没有 是否 关于 有关 签了 签 之 所 个 咩 嘅 喺 边 边个 点 点样 啲 冇 系 同 有冇 我 你 他 她 这 那 这个 那个 现在 今日 ' +
    'a about an and any are at by did do does for from has have how in is it of on or the their there to was were ' +
    'sign signed signs what when where which who whom whose why will with'
  )
    .split(' ')
    .map(fold),
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

/** Whether a run of Chinese is made of whole words of two characters or more: 金融市場 is, 金融市 is not. */
export function isOfWords(folded: string): boolean {
  return [...segmenter.segment(folded)].every(({ segment }) => Array.from(segment).length > 1)
}

/**
 * The pieces of a folded stretch that may be words: those of whole words of the language's dictionary, single
 * characters with their neighbours, and the terms that stand in it.
 * @returns each, and whether it must be checked to be a word where it stands in the register.
 */
export function piecesOf(folded: string, terms: ReadonlySet<string>) {
  const ends = [...boundariesIn(folded)].sort((a, b) => a - b)
  const asks = (from: number, to: number) => {
    const word = folded.slice(ends[from], ends[to])
    // Of single characters only these are never part of a word; 對 is, of 對接會.
    return asking.has(word) && (word.length > 1 || /[的了和与及呢吗吧咩嘅喺]/.test(word))
  }
  const pieces = new Map<string, { piece: string; isDoubtful: boolean }>()
  for (let from = 0; from < ends.length; from++) {
    for (let to = from + 1; to < ends.length; to++) {
      const piece = folded.slice(ends[from], ends[to])
      if (piece.length > longest) break
      const isWhole = piece === folded || piece.length < 2
      if (isWhole || asks(from, from + 1) || asks(to - 1, to)) continue
      pieces.set(piece, { piece, isDoubtful: !isOfWords(piece) })
    }
  }
  for (const term of terms) {
    if (folded.includes(term)) pieces.set(term, { piece: term, isDoubtful: false })
  }
  return [...pieces.values()]
}

/** Whether a piece begins and ends with a word of a folded text in which it stands. */
export function isWordIn(piece: string, folded: string): boolean {
  return folded.split('\n').some((line) => {
    const boundaries = line.includes(piece) ? boundariesIn(line) : new Set()
    for (let at = line.indexOf(piece); at >= 0; at = line.indexOf(piece, at + 1)) {
      if (boundaries.has(at) && boundaries.has(at + piece.length)) return true
    }
    return false
  })
}

/**
 * Splits a stretch into known words, as few and as long as cover the most of it. Words that only ask are left out,
 * and so is a single character: it stands in nearly every text.
 * @param known the folded pieces that the register knows.
 * @param terms those of them that are terms: of two ways to split, the one with the longer term is taken.
 * @returns the words in order, and what is none.
 */
export function splitInto(
  { typed }: { typed: string },
  known: ReadonlySet<string>,
  terms: ReadonlySet<string>,
) {
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
      const gain = terms.has(piece) ? piece.length / 100 : 0
      const cost = before.cost + (isKnown || asking.has(piece) ? 1 - gain : 100)
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
