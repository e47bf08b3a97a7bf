import type { Snapshot } from '../revisions/model'
import { fold } from './fold'

/**
 * The folded words by which an item is found: its reference, every text in every language, the note
 * of its statement. Passages are kept apart by a line break, so that no match spans two of them.
 */
export function searchTextOf(reference: string, snapshot: Snapshot): string {
  const statement = snapshot.statement as Pick<Snapshot, 'texts'> | null | undefined
  const bodies = [snapshot.texts, statement?.texts ?? {}].flatMap((texts) =>
    Object.values(texts).flatMap((text) => Object.values(text ?? {}).map((entry) => entry.body)),
  )
  return [reference, ...bodies].map(fold).join('\n')
}
