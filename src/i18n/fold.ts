import * as OpenCC from 'opencc-js/t2cn'
import { radicals } from './radicals'
import { unseen } from './unseen'

// Both maps, one after the other: Hong Kong's variants (衞, 裏) and Taiwan's (臺, 裡) meet in one spelling.
const fromHongKong = OpenCC.Converter({ from: 'hk', to: 'cn' })
const fromTaiwan = OpenCC.Converter({ from: 'tw', to: 'cn' })

/**
 * The spelling in which a query meets the register: Simplified, one width, lower case, no accents, no signs that
 * nobody sees, one apostrophe, which quotation marks meet in, and one hyphen. 滬港 and 沪港, 平臺 and 平台, 衞生 and 卫生, 啓動 and 启动,
 * co-operation and cooperation, Hong Kong/Shanghai and Hong Kong–Shanghai each become one. Blanks beside Chinese,
 * such as a line break inside a word, are dropped. For comparing, never for display.
 */
export function fold(text: string): string {
  return foldForSearch(text).folded
}

/** As `fold`, with the place in the text that each folded character comes from. */
export function foldForSearch(text: string): FoldedPlaces {
  const { folded, places } = joinedWords(foldWithPlaces(text))
  const kept: FoldedPlaces = { folded: '', places: [] }
  for (let index = 0; index < folded.length; index++) {
    const [sign, after, place] = [folded[index], folded[index + 1], places[index]]
    if (sign === undefined || !place) continue
    if (sign === ' ') {
      const before = kept.folded.at(-1)
      if (before === undefined || after === undefined || before === ' ') continue
      if (isChinese(before) || isChinese(after)) continue
    }
    kept.folded += sign
    kept.places.push(place)
  }
  if (kept.folded.endsWith(' '))
    return { folded: kept.folded.slice(0, -1), places: kept.places.slice(0, -1) }
  return kept
}

/**
 * The same text with the hyphens, slashes and apostrophes between two letters gone: a prefix (`co-operation`) and
 * an apostrophe bind one word, any other hyphen or slash parts two. Between digits they may be a range or a
 * reference, and stay.
 */
function joinedWords({ folded, places }: FoldedPlaces): FoldedPlaces {
  const joined: FoldedPlaces = { folded: '', places: [] }
  for (let index = 0; index < folded.length; index++) {
    const [before, sign, after] = [folded[index - 1], folded[index], folded[index + 1]]
    const place = places[index]
    if (sign === undefined || !place) continue
    const isBetweenLetters = isLetter(before) && isLetter(after)
    if (isBetweenLetters && sign === "'") continue
    if (isBetweenLetters && sign === '-' && prefix.test(folded.slice(0, index))) continue
    joined.folded += isBetweenLetters && (sign === '-' || sign === '/') ? ' ' : sign
    joined.places.push(place)
  }
  return joined
}

/** Prefixes that are written with a hyphen or without. */
const prefix = /(?<![a-z])(?:anti|co|e|inter|multi|non|pre|re|sub)$/

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && sign >= 'a' && sign <= 'z'
}

/** Whether a character, by its last or first code unit, is Chinese or its punctuation: surrogates are rare characters. */
function isChinese(sign: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f，；？！\ud840-\udfff]/u.test(sign)
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A folded text, and for each of its characters the place in the text that it comes from. */
export type FoldedPlaces = { folded: string; places: { start: number; end: number }[] }

/**
 * As `fold`, character by character, so that what is found in the folded text can be shown in the text as it
 * is written; a hyphen stays, as `-`. A character is folded alone: the few that a whole word would decide
 * otherwise meet all the same, as long as what is sought is folded in this way too: so 著 is always 着 here.
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
  const plain = Array.from(
    character.replace(unseen, '').replace(apostrophes, "'"),
    (sign) => radicals.get(sign) ?? sign,
  )
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .replaceAll('著', '着')
  return fromTaiwan(fromHongKong(plain))
}

/**
 * What is typed or printed for an apostrophe; NFKC would make a blank and an accent of some. Quotation marks are with
 * them: one pair of a script may be the other kind of the other script.
 */
const apostrophes =
  /[「」『』\u2018-\u201f\u2032\u02b9\u02bb\u02bc\u02bd\u02c8`´\ua78c\uff07\uff40]/g
