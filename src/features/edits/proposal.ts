import type { LocalizedText } from '../../i18n/localized-text'
import type { LoggedCitation, Snapshot } from '../revisions/model'
import type { CitationInput, NewSource } from '../sources/input'
import type { EditInput } from './input'
import { type EditContent, editableOf, newSourceName } from './model'
import { settlePassage } from './passages'

/**
 * What an edit puts on its way: the subject as it would stand, in the log's form.
 * @param before the subject as the officer had it before them; null for a new one.
 */
export function proposalOf(before: Snapshot | null, input: EditInput): EditContent {
  const newSources: NewSource[] = []
  const logged = (citations: readonly CitationInput[]) =>
    citations.map((citation) => toLogged(citation, newSources))
  const was = before ? editableOf(before) : null
  const { texts, statement } = textsAfter(was, input.passages)
  const snapshot: Snapshot = {
    ...(was ?? {}),
    ...factsOf(input, logged),
    texts,
    citations: logged(input.citations),
    ...(statement ? { statement } : {}),
  }
  return { snapshot, newSources }
}

function factsOf(
  input: EditInput,
  logged: (citations: readonly CitationInput[]) => LoggedCitation[],
) {
  if (input.kind !== 'conference') return input.facts
  const announced = Object.entries(input.facts.announced).map(([kind, { number, citations }]) => [
    kind,
    { number, citations: logged(citations) },
  ])
  return { ...input.facts, announced: Object.fromEntries(announced) }
}

function toLogged(
  { source, quote, locator }: CitationInput,
  newSources: NewSource[],
): LoggedCitation {
  const place = { quote: quote || null, locator: locator || null }
  if (source.kind === 'existing') return { source: source.slug, ...place }
  // One new source cited twice is one new source.
  const same = newSources.findIndex((held) => JSON.stringify(held) === JSON.stringify(source))
  const index = same >= 0 ? same : newSources.push(source) - 1
  return { source: newSourceName(index), ...place }
}

/** The texts as they would stand; `statement.note` and `statement.reason` are those of the live statement. */
function textsAfter(was: Snapshot | null, passages: EditInput['passages']) {
  const texts: Snapshot['texts'] = { ...(was?.texts ?? {}) }
  const held = was?.statement as { texts: Snapshot['texts'] } | undefined
  const stated: Snapshot['texts'] = { ...(held?.texts ?? {}) }
  for (const [name, edited] of Object.entries(passages)) {
    const part = /^statement\.(\w+)$/.exec(name)?.[1]
    const target = part ? stated : texts
    const key = part ?? name
    const after = settlePassage(target[key] ?? {}, edited)
    if (isEmpty(after)) delete target[key]
    else target[key] = after
  }
  return { texts, statement: held ? { texts: stated } : null }
}

function isEmpty(text: LocalizedText): boolean {
  return Object.keys(text).length === 0
}
