import { readFileSync } from 'node:fs'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'

/** An entry of an Atom feed as its reader has it. */
export type ReadEntry = { id: string; title: string; updated: string; html: string; url: string }

const schema = readFileSync(new URL('atom.rng', import.meta.url), 'utf8')

/** What is wrong with documents by the schema of RFC 4287: a sentence each; none where all are well. */
export async function schemaErrors(documents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.atom`, contents })),
    schema,
    extension: 'relaxng',
    maxMemoryPages: 4096,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** What an Atom document must be and the schema cannot say. @returns a sentence for each fault. */
export function ruleErrors(atom: string): string[] {
  const [head = '', ...entries] = atom.split('<entry>')
  const faults: string[] = []
  const say = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  for (const [index, part] of [head, ...entries].entries()) {
    const ids = valuesOf('id', part)
    say(
      ids.length === 1 && /^[a-z]+:\S+$/.test(ids[0] ?? ''),
      `${index}: ${ids} is no absolute IRI`,
    )
    for (const date of [...valuesOf('updated', part), ...valuesOf('published', part)]) {
      say(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(date),
        `${index}: ${date}`,
      )
    }
    const links = linksOf(part)
    const alternates = links
      .filter(({ rel }) => rel === 'alternate')
      .map(({ type, hreflang }) => `${type} ${hreflang}`)
    say(new Set(alternates).size === alternates.length, `${index}: two alternates are alike`)
    say(
      index === 0 || alternates.length > 0 || part.includes('<content'),
      `${index}: leads nowhere`,
    )
    for (const { href } of links) say(URL.canParse(href ?? ''), `${index}: ${href} is not absolute`)
  }
  say(/<author>/.test(head) || entries.every((entry) => entry.includes('<author>')), 'no author')
  const pairs = entries.map((entry) => `${valuesOf('id', entry)} ${valuesOf('updated', entry)}`)
  say(new Set(pairs).size === pairs.length, 'two entries have the same id and time')
  return faults
}

/** The entries of an Atom document of ours. */
export function readEntries(atom: string): ReadEntry[] {
  return atom
    .split('<entry>')
    .slice(1)
    .map((part) => ({
      id: valuesOf('id', part)[0] ?? '',
      title: valuesOf('title', part)[0] ?? '',
      updated: valuesOf('updated', part)[0] ?? '',
      html: valuesOf('content', part)[0] ?? '',
      url: linksOf(part).find(({ rel }) => rel === 'alternate')?.href ?? '',
    }))
}

function valuesOf(name: string, xml: string): string[] {
  const elements = new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g')
  return [...xml.matchAll(elements)].map(([, value = '']) => unescaped(value))
}

function linksOf(xml: string): Partial<Record<string, string>>[] {
  return [...xml.matchAll(/<link([^>]*)\/>/g)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value = '']) => [
        name,
        unescaped(value),
      ]),
    ),
  )
}

const signs: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#13': '\r',
}

/** Escaped text as it was. */
export function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name) => signs[name] ?? whole)
}

const address = z.url({ protocol: /^https?$/ })
const rfc3339 = z.iso.datetime({ offset: true })
const author = z
  .object({ name: z.string(), url: address, avatar: address })
  .partial()
  .refine((held) => Object.keys(held).length > 0)

/** JSON Feed 1.1, https://jsonfeed.org/version/1.1: what it requires, and that nothing else stands there but extensions. */
export const jsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: address.optional(),
    feed_url: address.optional(),
    description: z.string().optional(),
    user_comment: z.string().optional(),
    next_url: address.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors: z.array(author).optional(),
    language: z.string().optional(),
    expired: z.boolean().optional(),
    items: z.array(
      z
        .object({
          id: z.string().min(1),
          url: address.optional(),
          external_url: address.optional(),
          title: z.string().optional(),
          content_html: z.string().optional(),
          content_text: z.string().optional(),
          summary: z.string().optional(),
          image: address.optional(),
          banner_image: address.optional(),
          date_published: rfc3339.optional(),
          date_modified: rfc3339.optional(),
          authors: z.array(author).optional(),
          tags: z.array(z.string()).optional(),
          language: z.string().optional(),
        })
        .loose()
        .refine((item) => item.content_html !== undefined || item.content_text !== undefined)
        .refine(onlyExtensionsBeside(itemKeys())),
    ),
  })
  .loose()
  .refine((feed) => new Set(feed.items.map(({ id }) => id)).size === feed.items.length)
  .refine(onlyExtensionsBeside(feedKeys()))

function onlyExtensionsBeside(known: readonly string[]) {
  return (held: object) =>
    Object.entries(held).every(
      ([key, value]) =>
        known.includes(key) ||
        (/^_[^.]+$/.test(key) && typeof value === 'object' && value !== null),
    )
}

function feedKeys() {
  return 'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'.split(
    ' ',
  )
}

function itemKeys() {
  return 'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments'.split(
    ' ',
  )
}
