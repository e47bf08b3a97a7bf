import * as OpenCC from 'opencc-js/t2cn'

// Both maps, one after the other: Hong Kong's variants (衞, 裏) and Taiwan's (臺, 裡) meet in one spelling.
const fromHongKong = OpenCC.Converter({ from: 'hk', to: 'cn' })
const fromTaiwan = OpenCC.Converter({ from: 'tw', to: 'cn' })

/**
 * The spelling in which a query meets the register: Simplified, one width, lower case, no accents, no hyphen
 * inside a word. 滬港 and 沪港, 平臺 and 平台, 衞生 and 卫生, 啓動 and 启动, co-operation and cooperation each
 * become one. Character by character, so that any piece of a text is found in it.
 * For comparing, never for display.
 */
export function fold(text: string): string {
  return foldForSearch(text).folded
}

/** As `fold`, with the place in the text that each folded character comes from. */
export function foldForSearch(text: string): FoldedPlaces {
  const { folded, places } = foldWithPlaces(text)
  const kept: FoldedPlaces = { folded: '', places: [] }
  for (let index = 0; index < folded.length; index++) {
    const [before, sign, after] = [folded[index - 1], folded[index], folded[index + 1]]
    const place = places[index]
    if (sign === undefined || !place) continue
    // A hyphen between two letters binds one word; between digits it may be a range or a reference.
    if (sign === '-' && isLetter(before) && isLetter(after)) continue
    if (sign === ' ' && (kept.folded === '' || index === folded.length - 1)) continue
    kept.folded += sign
    kept.places.push(place)
  }
  return kept
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && sign >= 'a' && sign <= 'z'
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A folded text, and for each of its characters the place in the text that it comes from. */
export type FoldedPlaces = { folded: string; places: { start: number; end: number }[] }

/**
 * As `fold`, character by character, so that what is found in the folded text can be shown in the text as it
 * is written; a hyphen stays, as `-`. A character is folded alone: the few that a whole word would decide
 * otherwise meet all the same, as long as what is sought is folded in this way too.
 */
export function foldWithPlaces(text: string): FoldedPlaces {
  const result: FoldedPlaces = { folded: '', places: [] }
  for (const [segment, start] of charactersOf(text)) {
    const folded = foldCharacter(segment)
    if (folded === ' ' && result.folded.endsWith(' ')) continue
    result.folded += folded
    for (let sign = 0; sign < folded.length; sign++) {
      result.places.push({ start, end: start + segment.length })
    }
  }
  return result
}

/** Each character as a reader sees it, and where it begins. */
function* charactersOf(text: string): Generator<[string, number]> {
  // Most texts have no sign that joins others, and need no slow segmenter.
  if (/[\p{M}\u1100-\u11ff]/u.test(text)) {
    for (const { segment, index } of characters.segment(text)) yield [segment, index]
    return
  }
  let start = 0
  for (const character of text) {
    yield [character, start]
    start += character.length
  }
}

/** A register uses a few thousand characters, and OpenCC takes its time for each. */
const foldedCharacters = new Map<string, string>()

function foldCharacter(character: string): string {
  const held = foldedCharacters.get(character)
  if (held !== undefined) return held
  const folded = foldAlone(character)
  if (foldedCharacters.size < 20_000) foldedCharacters.set(character, folded)
  return folded
}

function foldAlone(character: string): string {
  const plain = character
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
  return fromTaiwan(fromHongKong(plain))
}
