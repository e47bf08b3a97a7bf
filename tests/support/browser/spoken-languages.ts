import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { proposeTraditional, toSimplified } from '@/i18n/conversion'
import { type Language, languages, languageTags } from '@/i18n/language'

/** A stretch of a page, as it stands there, and the language that it is said to be in. */
type Stretch = { text: string; lang: string }

/** A page as it was answered. */
export type ReadPage = { name: string; type: 'text/html' | 'text/xml'; text: string }

/** A file of the site's own words in a language, as it is written. */
export function messagesFile(language: Language, name: string): string {
  return readFileSync(path.resolve('messages', language, name), 'utf8')
}

function charactersOf(language: Language): ReadonlySet<string> {
  const files = readdirSync(path.resolve('messages', language)).filter((name) => /json$/.test(name))
  return new Set(files.map((name) => messagesFile(language, name)).join(''))
}

// The standard of Traditional Chinese: it has the surnames 范 and 占, which the converter takes for Simplified.
const big5 = new Set<string>()
for (let row = 0xa4; row <= 0xf9; row += 1) {
  for (let cell = 0x40; cell <= 0xfe; cell += 1) {
    big5.add(new TextDecoder('big5').decode(Uint8Array.of(row, cell)))
  }
}

/** What only one script writes, of what the site's own words need: by the converter, without what both write. */
function onlyIn(script: 'zh-Hant' | 'zh-Hans'): ReadonlySet<string> {
  const other = script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'
  const convert = script === 'zh-Hant' ? toSimplified : proposeTraditional
  const both = charactersOf(other)
  const own = [...charactersOf(script)].filter((one) => /\p{Script=Han}/u.test(one))
  return new Set(own.filter((one) => convert(one) !== one && !both.has(one)))
}

const traditional = onlyIn('zh-Hant')
const simplified = new Set([...onlyIn('zh-Hans')].filter((one) => !big5.has(one)))
/** Four words in a row: a name may stand in a Chinese sentence as it is, a sentence may not. */
const englishSentence =
  /\p{Script=Latin}[\p{Script=Latin}'’-]*(?:[ ,;:]+\p{Script=Latin}[\p{Script=Latin}'’-]*){3}/u

/** Whether a text may stand where its nearest `lang` is this one. */
function isIn(lang: string, text: string): boolean {
  if (lang === languageTags.en) return !/\p{Script=Han}/u.test(text)
  const foreign = lang === languageTags['zh-Hant'] ? simplified : traditional
  return ![...text].some((one) => foreign.has(one)) && !englishSentence.test(text)
}

/**
 * The stretches of pages, of HTML or XML, whose nearest `lang` is not the language that they are written in,
 * a line each: `name: lang: text`. What is in attributes that are read out is looked at as well.
 */
export async function findUnmarked(page: Page, pages: readonly ReadPage[]): Promise<string[]> {
  const found: string[] = []
  for (const { name, ...source } of pages) {
    const stretches = await page.evaluate(stretchesOf, source)
    for (const { lang, text } of stretches) {
      const known = languages.some((language) => languageTags[language] === lang)
      if (!known || !isIn(lang, text)) found.push(`${name}: ${lang || 'no lang'}: ${text}`)
    }
  }
  return found
}

/**
 * Runs in the browser. What a feed holds as HTML is read as a page of the feed's language. The title of its entry is
 * plain text, in which no words can be marked.
 */
function stretchesOf({ type, text }: Omit<ReadPage, 'name'>): Stretch[] {
  const stretches: Stretch[] = []
  const collect = (read: Document, around: string) => {
    const add = (element: Element | null, words: string | null) => {
      const nearest = element?.closest('[lang], [*|lang]')
      const lang = nearest?.getAttribute('lang') ?? nearest?.getAttribute('xml:lang') ?? around
      if (!words?.trim()) return
      if (element?.getAttribute('type') === 'html') {
        collect(new DOMParser().parseFromString(words, 'text/html'), lang)
      } else stretches.push({ lang, text: words.replace(/\s+/g, ' ').trim() })
    }
    const walker = read.createTreeWalker(read, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const element = node instanceof Element ? node : node.parentElement
      if (element?.closest('head, script, style, template, entry > title')) continue
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'summary']) {
          add(node, node.getAttribute(name))
        }
      } else add(element, node.nodeValue)
    }
  }
  collect(new DOMParser().parseFromString(text, type), '')
  return stretches
}
