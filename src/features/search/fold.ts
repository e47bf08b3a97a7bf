import * as OpenCC from 'opencc-js/t2cn'

// Both maps, one after the other: Hong Kong's variants (衞, 裏) and Taiwan's (臺, 裡) meet in one spelling.
const fromHongKong = OpenCC.Converter({ from: 'hk', to: 'cn' })
const fromTaiwan = OpenCC.Converter({ from: 'tw', to: 'cn' })

/**
 * The spelling in which a query meets the register: Simplified, one width, lower case, no accents.
 * 滬港 and 沪港, 平臺 and 平台, 衞生 and 卫生, 啓動 and 启动, co-operation and cooperation each become one.
 * For comparing, never for display.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/(?<=[a-z])[-‐‑](?=[a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return fromTaiwan(fromHongKong(plain))
}

/** A folded text, and for each of its characters the place in the text that it comes from. */
export type FoldedPlaces = { folded: string; places: { start: number; end: number }[] }

/**
 * As `fold`, character by character, so that what is found in the folded text can be shown in the text as it
 * is written; a hyphen stays, as `-`. A character is folded alone: the few that a whole word would decide
 * otherwise meet all the same, as long as what is sought is folded in this way too.
 */
export function foldWithPlaces(text: string): FoldedPlaces {
  const result: FoldedPlaces = { folded: '', places: [] }
  const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  for (const { segment, index: start } of characters.segment(text)) {
    const isBlank = /^\s+$/.test(segment)
    if (isBlank && result.folded.endsWith(' ')) continue
    const folded = isBlank ? ' ' : /^[‐‑]$/.test(segment) ? '-' : foldCharacter(segment)
    result.folded += folded
    for (const _ of folded.split('')) result.places.push({ start, end: start + segment.length })
  }
  return result
}

/** A register uses a few thousand characters, and OpenCC takes its time for each. */
const foldedCharacters = new Map<string, string>()

function foldCharacter(character: string): string {
  const held = foldedCharacters.get(character)
  if (held !== undefined) return held
  const folded = fold(character)
  if (foldedCharacters.size < 20_000) foldedCharacters.set(character, folded)
  return folded
}
