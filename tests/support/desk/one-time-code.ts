import { createHmac } from 'node:crypto'

/**
 * The code that an authenticator app shows (RFC 6238: SHA-1, six digits, thirty seconds).
 * @param secret in base 32, as the app is told it; spaces do not matter.
 * @param steps how many half minutes from now: each code is taken once, so a test that needs another one
 *   takes the next.
 */
export function oneTimeCode(secret: string, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000
  return String(number).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const letter of text.replace(/[\s=]/g, '')) {
    bits += alphabet.indexOf(letter).toString(2).padStart(5, '0')
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
