/** What programs write for a character that their encoding has no place for. */
const lost = '\uFFFD'

/**
 * Whether a program has lost characters of a text: those that it could not save stand as `?` or U+FFFD. A question
 * mark counts where it stands for a character beyond ASCII (the Chinese one excepted, which people retype), between two Han, or in a row of three or more.
 * @param was the text before.
 */
export function isDamaged(text: string, was: string): boolean {
  if (text.includes(lost)) return true
  if (!text.includes('?')) return false
  if (/\?{3}/.test(text) && !/\?{3}/.test(was)) return true
  if (/\p{Script=Han}\?+\p{Script=Han}/u.test(text) && !was.includes('?')) return true
  const [now, before] = [[...text], [...was]]
  return (
    now.length === before.length &&
    now.some((sign, at) => sign !== before[at]) &&
    now.every((sign, at) => sign === before[at] || (sign === '?' && isBeyondAscii(before[at])))
  )
}

function isBeyondAscii(sign: string | undefined): boolean {
  return sign !== '？' && (sign?.codePointAt(0) ?? 0) > 0x7f
}
