import type { FieldProblem } from '@/components/forms/problems'
import { type EditableKind, kinds, requiredParts } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, Snapshot } from '@/features/register/subjects/model/snapshot'
import { languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'

/** What the register holds of what an edit names. */
export type Held = {
  /** References and slugs that exist, by kind: `field 6-4`, `organisation hkex`. */
  has(
    kind:
      | 'field'
      | 'project'
      | 'organisation'
      | 'person'
      | 'source'
      | 'conference'
      | 'mechanism'
      | 'city',
    name: string,
  ): boolean
  /** How many rows a conference may still get of what it announced; null where no number is stated. */
  room: { projects: number | null; documents: number | null }
  /** Whether a new field or conference would take a number that is given already. */
  isTaken: boolean
}

/**
 * What keeps an edit from standing: no passage where one is needed, no evidence, a name that the register
 * does not hold, more rows than were announced. Paths are those of the form (`facts.field`, `texts.title.zh-Hant`).
 */
export function problemsOfEdit(
  kind: EditableKind,
  before: Snapshot | null,
  after: Snapshot,
  held: Held,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const isSlot = after.itemised === false
  for (const part of isSlot ? [] : requiredParts(kind)) {
    if (isEmpty(after.texts[part])) {
      problems.push({ field: `texts.${part}.zh-Hant`, code: 'text_required' })
    }
  }
  if (kind === 'project' && after.itemised === true && !after.field) {
    problems.push({ field: 'facts.field', code: 'field_required' })
  }
  if (kind === 'document' && after.itemised === true && !after.kind) {
    problems.push({ field: 'facts.kind', code: 'kind_required' })
  }
  if (
    kind === 'document' &&
    after.itemised === true &&
    listIn(after, 'parties').length === 0 &&
    !before
  ) {
    problems.push({ field: 'facts.parties', code: 'party_required' })
  }
  const known = new Set(before?.citations.map(citationKey))
  // A slot rests on what announced the number; its text has to rest on something of its own.
  const isItemised = before?.itemised === false && after.itemised === true
  const rests = isItemised
    ? after.citations.filter((citation) => !known.has(citationKey(citation)))
    : after.citations
  if (kinds[kind].isCited && rests.length === 0) {
    problems.push({ field: 'citations', code: 'citation_required' })
  }
  problems.push(...orphans(before, after))
  problems.push(...citationProblems('citations', after.citations, before?.citations ?? [], held))
  problems.push(...announcedProblems(before, after, held))
  problems.push(...unknownNames(after, held), ...namedTwice(after))
  if (!before && held.isTaken) problems.push({ field: 'facts.number', code: 'already_taken' })
  if (isBeyondAnnounced(kind, before, after, held)) {
    problems.push({ field: 'facts.conference', code: 'beyond_announced' })
  }
  return problems
}

/** Texts that say they were made from another one, where no other is held. */
function orphans(before: Snapshot | null, after: Snapshot): FieldProblem[] {
  return passagesOf(after).flatMap(([part, text]) => {
    const was = passagesOf(before).find(([name]) => name === part)?.[1]
    return languages.flatMap((language) => {
      const entry = text[language]
      const isDerived =
        entry?.origin === 'script_conversion' || entry?.origin === 'unofficial_translation'
      if (!isDerived || entry.derivedFromHash !== null) return []
      if (was?.[language]?.body === entry.body && was[language].origin === entry.origin) return []
      return [{ field: `texts.${part}.${language}.origin`, code: 'no_original' as const }]
    })
  })
}

/** The passages of a subject, and of the statement that is live for it, by part. */
function passagesOf(snapshot: Snapshot | null): [string, LocalizedText][] {
  const stated = (snapshot?.statement as { texts?: Snapshot['texts'] } | undefined)?.texts ?? {}
  return [
    ...Object.entries(snapshot?.texts ?? {}),
    ...Object.entries(stated).map(([part, text]) => [`statement.${part}`, text] as const),
  ].map(([part, text]) => [part, text ?? {}])
}

function isEmpty(text: LocalizedText | undefined): boolean {
  return !text || Object.keys(text).length === 0
}

function listIn(snapshot: Snapshot, key: string): unknown[] {
  const value = snapshot[key]
  return Array.isArray(value) ? value : []
}

/** A citation that is new says where in its source; one that was there before stands as it is. */
function citationProblems(
  path: string,
  citations: readonly LoggedCitation[],
  before: readonly LoggedCitation[],
  held: Held,
): FieldProblem[] {
  const known = new Set(before.map(citationKey))
  return citations.flatMap((citation, index) => {
    const { source, quote, locator } = citation
    const problems: FieldProblem[] = []
    if (!source.startsWith('new:') && !held.has('source', source)) {
      problems.push({ field: `${path}.${index}.source.slug`, code: 'no_such_source' })
    }
    if (!quote && !locator && !known.has(citationKey(citation))) {
      problems.push({ field: `${path}.${index}.quote`, code: 'quote_or_locator' })
    }
    return problems
  })
}

/** A citation as one word: the database keeps no order of keys, so that equal ones may be written otherwise. */
function citationKey({ source, quote, locator }: LoggedCitation): string {
  return JSON.stringify([source, quote, locator])
}

type Announced = Record<string, { number: number | null; citations: LoggedCitation[] }>

/** A number that is stated rests on a citation. */
function announcedProblems(before: Snapshot | null, after: Snapshot, held: Held): FieldProblem[] {
  const was = (before?.announced ?? {}) as Announced
  return Object.entries((after.announced ?? {}) as Announced).flatMap(
    ([kind, { number, citations }]) => [
      ...(number !== null && citations.length === 0
        ? [{ field: `announced.${kind}.citations`, code: 'citation_required' as const }]
        : []),
      ...citationProblems(
        `announced.${kind}.citations`,
        citations,
        was[kind]?.citations ?? [],
        held,
      ),
    ],
  )
}

function unknownNames(after: Snapshot, held: Held): FieldProblem[] {
  const problems: FieldProblem[] = []
  const check = (kind: Parameters<Held['has']>[0], name: unknown, field: string) => {
    if (typeof name === 'string' && !held.has(kind, name)) {
      problems.push({ field, code: 'no_such_reference' })
    }
  }
  check('conference', after.conference, 'facts.conference')
  check('mechanism', after.mechanism, 'facts.mechanism')
  check('field', after.field, 'facts.field')
  check('city', after.side, 'facts.side')
  for (const name of listIn(after, 'fields')) check('field', name, 'facts.fields')
  for (const name of listIn(after, 'projects')) check('project', name, 'facts.projects')
  for (const name of listIn(after, 'signatories')) check('person', name, 'facts.signatories')
  for (const party of listIn(after, 'parties')) {
    check('organisation', (party as { organisation: string }).organisation, 'facts.parties')
  }
  for (const chair of listIn(after, 'chairs')) {
    check('person', (chair as { person: string }).person, 'facts.chairs')
    check('city', (chair as { side: string }).side, 'facts.chairs')
  }
  return problems
}

/** A party, a signatory or a side's chair stands in its list once. */
function namedTwice(after: Snapshot): FieldProblem[] {
  const lists = {
    parties: listIn(after, 'parties').map(
      (party) => (party as { organisation: string }).organisation,
    ),
    signatories: listIn(after, 'signatories'),
    chairs: listIn(after, 'chairs').map((chair) => (chair as { side: string }).side),
  }
  return Object.entries(lists).flatMap(([name, list]) =>
    new Set(list).size < list.length
      ? [{ field: `facts.${name}`, code: 'named_twice' as const }]
      : [],
  )
}

/** Rows are not to outnumber what was announced: an item that becomes known is itemised in its slot. */
function isBeyondAnnounced(
  kind: EditableKind,
  before: Snapshot | null,
  after: Snapshot,
  held: Held,
): boolean {
  const isCounted = (snapshot: Snapshot | null) =>
    snapshot !== null && ['yes', 'presumed'].includes(String(snapshot.counted))
  if (kind === 'project') return !before && held.room.projects !== null && held.room.projects < 1
  if (kind !== 'document' || !isCounted(after) || isCounted(before)) return false
  return held.room.documents !== null && held.room.documents < 1
}
