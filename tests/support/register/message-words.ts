/**
 * What a reader may see of a message in ICU's syntax: its words, with a dash in place of each argument, and all the
 * branches of a plural or select one after the other. Tags are left out.
 */
export function wordsOfMessage(message: string): string {
  const { words } = readWords(message.replace(/<\/?\w+>/g, ''), 0)
  return words
}

/** Reads up to the brace that closes what begins at `from`, or to the end. */
function readWords(message: string, from: number): { words: string; end: number } {
  let words = ''
  let at = from
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') {
      const argument = readArgument(message, at + 1)
      words += argument.words
      at = argument.end
    } else words += message[at++]
  }
  return { words, end: at }
}

function readArgument(message: string, from: number): { words: string; end: number } {
  const [head] = /^[^{}]*/.exec(message.slice(from)) ?? ['']
  let at = from + head.length
  if (message[at] !== '{') return { words: '–', end: at + 1 }
  const branches: string[] = []
  while (at < message.length && message[at] !== '}') {
    if (message[at++] !== '{') continue
    const branch = readWords(message, at)
    branches.push(branch.words)
    at = branch.end + 1
  }
  return { words: branches.join(' '), end: at + 1 }
}
