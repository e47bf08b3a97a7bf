import { languages } from '@/i18n/language'
import type { LiveStatement } from './item'

/** A statement field by field, by the names of the form, as plain text to show or compare. */
export type ShownFields = Record<string, string>

/** The live statement's fields. */
export function liveFields(live: LiveStatement): ShownFields {
  const [citation] = live.citations
  const fields: ShownFields = {
    state: live.state,
    asOf: live.asOf ?? '',
    assertedBy: live.assertedBy ?? '',
    source: citation ? shownSource(citation.source.publisher, citation.source.title) : '',
    'citation.quote': citation?.quote ?? '',
    'citation.locator': citation?.locator ?? '',
  }
  for (const language of languages) {
    fields[`note.${language}`] = live.note[language]?.body ?? ''
    fields[`reason.${language}`] = live.reason[language]?.body ?? ''
  }
  return fields
}

function shownSource(publisher: string, title: string | null): string {
  return [publisher, title].filter(Boolean).join(' · ')
}
