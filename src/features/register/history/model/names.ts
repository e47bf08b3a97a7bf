import type { ShownSource, SourceFacts } from '@/features/register/sources/model'
import type { LocalizedText } from '@/i18n/localized-text'

/** What the log names: sources by slug, and what other subjects are called, by reference, slug or code. */
export type Named<Source extends SourceFacts = SourceFacts> = {
  sources: Readonly<Record<string, Source>>
  names: Readonly<Record<string, LocalizedText>>
}

/** As the register holds them, sources whole. */
export type NamedWhole = Named<ShownSource>

/** What stands under a key of a record itself: words of the log may be `constructor` as well. */
export function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string) {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** For words that name nothing. */
export const nothingNamed: Named = { sources: {}, names: {} }
