import { diffArrays } from 'diff'
import type { Language } from '@/i18n/language'

/** A run of words that both texts have, that only the earlier has, or that only the later has. */
export type WordSegment = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * What differs between two texts, word by word, as a reader of the language parts its words: Chinese has no
 * spaces, so the division is the platform's own. What was removed stands before what was added in its place.
 *
 * Laws, which a test holds it to: the same and removed runs joined are `before`, the same and added ones
 * `after`, byte for byte; no run is empty, and no two runs of one kind stand side by side.
 */
export function differenceOf(before: string, after: string, language: Language): WordSegment[] {
  const [was, is] = [wordsOf(before, language), wordsOf(after, language)]
  const runs = diffArrays(was, is, { maxEditLength: mostEdits })?.map(
    ({ value, added, removed }): WordSegment => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  return gathered(
    runs ?? [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
  )
}

/** Beyond so many changed words the texts have nothing in common, and the search would take seconds. */
const mostEdits = 1000

function wordsOf(text: string, language: Language): string[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  return [...words.segment(text)].map(({ segment }) => segment)
}

/**
 * The runs with neighbours joined. A space alone between two changes is no common ground: counted as changed,
 * it lets a rewritten phrase be read as one.
 */
function gathered(runs: readonly WordSegment[]): WordSegment[] {
  const gathered: WordSegment[] = []
  let change = { removed: '', added: '' }
  const close = () => {
    if (change.removed) gathered.push({ kind: 'removed', text: change.removed })
    if (change.added) gathered.push({ kind: 'added', text: change.added })
    change = { removed: '', added: '' }
  }
  for (const [index, { kind, text }] of runs.entries()) {
    if (kind !== 'same') {
      change[kind] += text
    } else if (/^\s+$/.test(text) && index > 0 && index < runs.length - 1) {
      change = { removed: change.removed + text, added: change.added + text }
    } else {
      close()
      if (text) gathered.push({ kind, text })
    }
  }
  close()
  return gathered
}
