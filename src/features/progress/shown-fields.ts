import { languages } from '../../i18n/language'
import type { StatementInput } from './input'
import type { LiveStatement } from './queries'

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

/** A submitted statement's fields. @param sources the register's, to name the one chosen. */
export function submittedFields(
  statement: StatementInput,
  sources: { slug: string; label: string }[],
): ShownFields {
  const cited = statement.citation
  const fields: ShownFields = {
    state: statement.state,
    asOf: statement.asOf,
    assertedBy: statement.assertedBy,
    source: '',
    'citation.quote': cited?.quote ?? '',
    'citation.locator': cited?.locator ?? '',
  }
  if (cited?.source.kind === 'new') {
    fields.source = shownSource(cited.source.publisher, cited.source.title)
  } else if (cited?.source.kind === 'existing') {
    const { slug } = cited.source
    fields.source = sources.find((source) => source.slug === slug)?.label ?? slug
  }
  for (const language of languages) {
    fields[`note.${language}`] = statement.note[language]
    fields[`reason.${language}`] = statement.reason[language]
  }
  return fields
}

function shownSource(publisher: string, title: string | null): string {
  return [publisher, title].filter(Boolean).join(' · ')
}
