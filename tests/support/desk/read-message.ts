/** A message as a mail program shows it: headers by lower-case name, and the text. */
export type ReadMessage = { headers: Record<string, string>; text: string }

/** Reads a message of one text part (RFC 5322, 2045, 2047): unfolds and decodes its headers, decodes its text. */
export function readMessage(raw: string): ReadMessage {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
    }),
  )
  const body = rest.join('\r\n\r\n')
  const bytes =
    headers['content-transfer-encoding'] === 'base64'
      ? Buffer.from(body, 'base64')
      : headers['content-transfer-encoding'] === 'quoted-printable'
        ? quotedPrintable(body.replace(/=\r\n/g, ''))
        : Buffer.from(body)
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

function decodeWords(value: string): string {
  // Encoded words that follow one another are one text: their bytes may meet in mid-character.
  return value.replace(/(=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const words = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)]
    const space = /\s+$/.exec(run)?.[0] ?? ''
    return (
      Buffer.concat(
        words.map(([, encoding, text = '']) =>
          encoding?.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8') + space
    )
  })
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
