import { proposeTraditional, toSimplified } from './conversion'
import type { Language } from './language'

/** A stretch of a text in one language. */
export type Run = { language: Language; text: string }

/** The Han characters of a standard of two bytes each, by the rows that it has them in. */
function charactersOf(encoding: 'big5' | 'gbk', firstRow: number, lastRow: number, trail: number) {
  const decoder = new TextDecoder(encoding)
  const characters = new Set<string>()
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = trail; cell <= 0xfe; cell += 1) {
      characters.add(decoder.decode(Uint8Array.of(row, cell)))
    }
  }
  return characters
}

// What each side has for its own script: 后, 里 and 台 are in both, as both write them.
const big5 = charactersOf('big5', 0xa4, 0xf9, 0x40)
const gb2312 = charactersOf('gbk', 0xb0, 0xf7, 0xa1)

type Script = 'zh-Hant' | 'zh-Hans'

// Which scripts write a character, and which of them its map to the other would change it from. Kept, for pages
// ask for the same few thousand over and over.
const asked = new Map<string, { only: Script | null; rather: Script | null }>()

function ofCharacter(character: string): { only: Script | null; rather: Script | null } {
  const known = asked.get(character)
  if (known) return known
  const rather: Script | null =
    toSimplified(character) !== character
      ? 'zh-Hant'
      : proposeTraditional(character) !== character
        ? 'zh-Hans'
        : null
  const others = rather === 'zh-Hant' ? gb2312 : big5
  const told = { only: others.has(character) ? null : rather, rather }
  asked.set(character, told)
  return told
}

/** The script that Chinese words are in: by characters that only one writes, else by those that it would rather write; null where both would write them so. */
export function scriptOf(words: string): Script | null {
  for (const by of ['only', 'rather'] as const) {
    let traditional = 0
    for (const character of words) {
      const script = ofCharacter(character)[by]
      if (script) traditional += script === 'zh-Hant' ? 1 : -1
    }
    if (traditional !== 0) return traditional > 0 ? 'zh-Hant' : 'zh-Hans'
  }
  return null
}

/** Han characters with the marks that stand around and between them. */
const chinese =
  /[《「『〈（〔【]*\p{Script=Han}+(?:[\p{N}、，。：；·《》「」『』〈〉（）〔〕【】]*\p{Script=Han}+)*[》」』〉）〕】。]*/gu
const hanWords = /\p{Script=Han}+/gu
/** Four words in a row: a name may stand in a Chinese sentence as it is, a sentence of another language may not. */
const english =
  /\p{Script=Latin}[\p{Script=Latin}\p{N}'’./-]*(?:[ ,;:&()]+\p{Script=Latin}[\p{Script=Latin}\p{N}'’./-]*){3,}[)]?/gu

/**
 * A text by the languages of its words: one in English that has Chinese in it, one in Chinese that quotes an
 * English sentence or words in the other script. The language of such words is told by their characters.
 */
export function runsOf(text: string, language: Language): Run[] {
  if (language === 'en') {
    return split(text, language, chinese, (words) => runsOf(words, scriptOf(words) ?? 'zh-Hant'))
  }
  return split(text, language, english, (words) => [{ language: 'en', text: words }]).flatMap(
    (run) =>
      run.language === 'en'
        ? [run]
        : split(run.text, language, hanWords, (words) => byScript(words, language)),
  )
}

/** A text of a language, with what a pattern finds in it told by `tell`; neighbours of one language are one run. */
function split(
  text: string,
  language: Language,
  pattern: RegExp,
  tell: (words: string) => Run[],
): Run[] {
  const runs: Run[] = []
  const add = (run: Run) => {
    const last = runs.at(-1)
    if (last?.language === run.language) last.text += run.text
    else if (run.text) runs.push({ ...run })
  }
  let from = 0
  for (const match of text.matchAll(pattern)) {
    add({ language, text: text.slice(from, match.index) })
    for (const run of tell(match[0])) add(run)
    from = match.index + match[0].length
  }
  add({ language, text: text.slice(from) })
  return runs
}

/** What of a text's runs stands between two places of the text, in UTF-16 code units. */
export function runsBetween(runs: readonly Run[], start: number, end: number): Run[] {
  const between: Run[] = []
  let at = 0
  for (const { language, text } of runs) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (part) between.push({ language, text: part })
    at += text.length
  }
  return between
}

/** Han words of a text in one script: what stands around a character of the other alone is the other's, up to one that speaks against it. */
function byScript(words: string, language: Script): Run[] {
  const other = language === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'
  const stretches: { text: string; isOwn: boolean; isForeign: boolean }[] = []
  for (const character of words) {
    const { only, rather } = ofCharacter(character)
    const [isOwn, isForeign] = [rather === language, only === other]
    const last = stretches.at(-1)
    if (last?.isOwn === isOwn) {
      last.text += character
      last.isForeign ||= isForeign
    } else stretches.push({ text: character, isOwn, isForeign })
  }
  return stretches.map(({ text, isForeign }) => ({ language: isForeign ? other : language, text }))
}

/**
 * The language of words of which nobody has recorded it, such as a publisher's name: English where they have
 * nothing Chinese, else that of the page, with `runsOf` for what differs.
 */
export function languageOfName(name: string, page: Language): Language {
  return /\p{Script=Han}/u.test(name) ? page : 'en'
}

/** The one language of a text that can have only one, such as an option of a list: that of what differs from the page's. */
export function mainLanguage(text: string, page: Language): Language {
  return runsOf(text, page).find(({ language }) => language !== page)?.language ?? page
}
