/**
 * What the forms of an English word have in common: museum of museums, university of universities, memorandum of
 * memoranda, financ of finance and financing. A light stemmer: it takes off endings of number and tense alone, so
 * that university and universal stay apart, which Porter's, as PostgreSQL has it, makes one.
 * @param word folded, of Latin letters and digits; one of up to three signs is an abbreviation and stays.
 */
export function stemOf(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word
  const singular = irregular.get(word) ?? singularOf(word)
  return withoutTense(singular)
}

/** Whether a word has forms in which its own letters do not stand: `battery` does not stand in `batteries`. */
export function hasOtherForms(word: string): boolean {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return false
  return stemOf(word) !== word || word.endsWith('y') || [...irregular.values()].includes(word)
}

const irregular = new Map([
  ['analyses', 'analysis'],
  ['bases', 'basis'],
  ['children', 'child'],
  ['criteria', 'criterion'],
  ['curricula', 'curriculum'],
  ['indices', 'index'],
  ['memoranda', 'memorandum'],
  ['news', 'news'],
  ['series', 'series'],
  ['species', 'species'],
  ['symposia', 'symposium'],
  ['women', 'woman'],
])

function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:s|sh|ch|x|z)es$/.test(word) && !/[^s]ses$/.test(word)) return word.slice(0, -2)
  return /[^suio]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutTense(word: string): string {
  if (word.length <= 3) return word
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`
  const bare = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/.exec(word)?.[1]
  if (bare && bare.length >= 3) return withoutMute(bare.replace(/([bdfgmnprt])\1$/, '$1'))
  return withoutMute(word)
}

/** The e that `-ing` and `-ed` take the place of. */
function withoutMute(word: string): string {
  return word.length >= 5 && /[^e]e$/.test(word) ? word.slice(0, -1) : word
}
