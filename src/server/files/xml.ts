/** A piece of an XML text: a tag that opens (or opens and closes), one that closes, or text between. */
export type Piece =
  | { type: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string }

const markup =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g

/**
 * Reads an XML text piece by piece. Prefixes of names are dropped: `x:row` is `row`. A document type is
 * skipped, so that no entities but the five of XML and character references exist.
 */
export function* pieces(xml: string): Generator<Piece> {
  let from = 0
  for (const match of xml.matchAll(markup)) {
    if (match.index > from) yield { type: 'text', text: decoded(xml.slice(from, match.index)) }
    from = match.index + match[0].length
    const [, cdata, slash, prefixed, attributes = '', end] = match
    if (cdata !== undefined) yield { type: 'text', text: cdata }
    if (prefixed === undefined) continue
    const name = prefixed.slice(prefixed.indexOf(':') + 1)
    if (slash) yield { type: 'close', name }
    else yield { type: 'open', name, attributes, isEmpty: end === '/' }
  }
  if (from < xml.length) yield { type: 'text', text: decoded(xml.slice(from)) }
}

/** One attribute of a tag; null where it is absent. `name` may be with its prefix (`r:id`) or without. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decoded(found[1] ?? found[2] ?? '') : null
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
      if (name) return named[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
}

/** Returns a function that yields to other requests once this work has run for some milliseconds. */
export function taker(milliseconds = 12): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < milliseconds) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        began = performance.now()
        resolve()
      })
    })
  }
}
