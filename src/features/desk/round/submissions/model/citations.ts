import type { CitationInput, NewSource } from '@/features/register/sources/input'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'

/** A citation in the log's form. A new source is added to `newSources`, and named by its place there. */
export function toLogged(
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

/** What is known of a new source, as of one that is held. */
export function factsOfNew({
  publisher,
  publishedOn,
  title,
  url,
  sourceKind,
  language,
}: NewSource) {
  return {
    publisher,
    publishedOn: publishedOn || null,
    title: title || null,
    url: url || null,
    kind: sourceKind,
    language,
  }
}

/** How a citation names the source at this place in `newSources`. */
export function newSourceName(index: number): string {
  return `new:${index}`
}
