import { readdirSync, readFileSync } from 'node:fs'
// It comes with next-intl, which reads the messages with it.
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

export type ChineseLanguage = 'zh-Hant' | 'zh-Hans'

/** What stands for a number, and for anything else, that a message is given. */
export const [aNumber, something] = ['\ue000', '\ue001']

/** All that the register says in a language: each message, every way it can turn out, and each line of the guide. */
export function chineseTexts(language: ChineseLanguage): { where: string; text: string }[] {
  const messages = messagesOf(language).flatMap(({ where, message }) =>
    textsOf(message).map((text) => ({ where, text })),
  )
  const guide = `docs/officer-guide/${language === 'zh-Hant' ? 'tc' : 'sc'}.md`
  const lines = readFileSync(guide, 'utf8')
    // The way to the other editions is in their own words.
    .replace(/^.* · .*\[English\].*$/m, '')
    .replace(/`[^`]*`|\]\([^)]*\)/g, something)
    .split('\n')
    .map((line, index) => ({
      where: `${guide}:${index + 1}`,
      text: line.replace(/\*\*/g, '').replace(/^\d+\. /, ''),
    }))
  return [...messages, ...lines]
}

/** Every way that a message can turn out, with marks for what it is given. */
export function textsOf(message: string): string[] {
  return waysOf(parse(message))
}

function messagesOf(language: string): { where: string; message: string }[] {
  return readdirSync(`messages/${language}`).flatMap((file) =>
    leaves(JSON.parse(readFileSync(`messages/${language}/${file}`, 'utf8')), file),
  )
}

type Branch = string | { [key: string]: Branch }

function leaves(branch: Branch, where: string): { where: string; message: string }[] {
  if (typeof branch === 'string') return [{ where, message: branch }]
  return Object.entries(branch).flatMap(([key, inner]) => leaves(inner, `${where} ${key}`))
}

// What somebody types, or what an original says, is in no language of the register's.
const quotedTags = ['typed', 'original', 'its']

function waysOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (ways, element) => ways.flatMap((way) => waysOfOne(element).map((next) => way + next)),
    [''],
  )
}

function waysOfOne(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
      return [element.value]
    case TYPE.pound:
    case TYPE.number:
      return [aNumber]
    case TYPE.argument:
      return [numbers().has(element.value) ? aNumber : something]
    case TYPE.select:
    case TYPE.plural:
      return Object.values(element.options).flatMap(({ value }) => waysOf(value))
    case TYPE.tag:
      return quotedTags.includes(element.value) ? [something] : waysOf(element.children)
    default:
      return [something]
  }
}

let known: Set<string> | undefined

/** The names of what is a number in any message of any language. */
function numbers(): Set<string> {
  if (known) return known
  known = new Set()
  for (const language of ['en', 'zh-Hant', 'zh-Hans']) {
    for (const { message } of messagesOf(language)) addNumbers(parse(message), known)
  }
  return known
}

function addNumbers(elements: readonly MessageFormatElement[], found: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.number || element.type === TYPE.plural) found.add(element.value)
    if (element.type === TYPE.tag) addNumbers(element.children, found)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const { value } of Object.values(element.options)) addNumbers(value, found)
    }
  }
}
