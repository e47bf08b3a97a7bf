import { nameOfSource, type ShownSource } from '@/features/register/sources/model'
import type { LocalizedText } from '@/i18n/localized-text'

/** What the subjects that a value names are called, by reference or slug. */
export type Names = Readonly<Record<string, LocalizedText>>

/** What the log names: sources by slug, and what other subjects are called, by reference or slug. */
export type Named = {
  sources: Record<string, ShownSource>
  names: Record<string, LocalizedText>
}

/** The names, and among them those of the sources: publisher, day and title. */
export function withSourceNames({ names, sources }: Named): Names {
  const ofSources = Object.entries(sources).map(([slug, source]) => [slug, nameOfSource(source)])
  return { ...names, ...Object.fromEntries(ofSources) }
}
