/** What neither XML 1.0 nor HTML can hold: most control characters, halves of pairs, U+FFFE and U+FFFF. */
const unwritable =
  /[^\t\n\r\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text with every character that no document can hold replaced by U+FFFD. */
export function writable(text: string): string {
  return text.replace(unwritable, '\u{FFFD}')
}

const written: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A literal carriage return would be read as a line feed.
  '\r': '&#13;',
}

/** Text as it stands between tags, or within quotes in a tag, of XML and of HTML alike. */
export function escaped(text: string): string {
  return writable(text).replace(/[&<>"'\r]/g, (sign) => written[sign] ?? sign)
}
