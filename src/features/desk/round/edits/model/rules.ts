import type { FieldProblem } from '@/components/forms/problems'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import {
  type EditableKind,
  type Fact,
  factsOf,
  kinds,
  type NamedKind,
  requiredParts,
} from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { passageIn, passagesIn } from '@/features/register/texts/model/text'
import { languages } from '@/i18n/language'
import { isBlank } from '@/i18n/localized-text'

/** Whether the names in an edit exist in the register, looked up beforehand so that the rules need no database. */
export type Registry = {
  /** References and slugs that exist, by kind: `field 6-4`, `organisation hkex`. */
  has(kind: NamedKind | 'source', name: string): boolean
  /** How many rows a conference may still get of what it announced; null where no number is stated. */
  room: { projects: number | null; documents: number | null }
  /** Whether a new field or conference would take a number that is given already. */
  isTaken: boolean
}

/**
 * Why an edit cannot be accepted: no passage where one is needed, no evidence, a name that the register does
 * not have, more rows than were announced. Paths are those of the form (`facts.field`,
 * `texts.title.zh-Hant`).
 */
export function problemsOfEdit(
  kind: EditableKind,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  registry: Registry,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  const isSlot = after.itemised === false
  for (const part of isSlot ? [] : requiredParts(kind)) {
    if (isBlank(after.texts[part])) {
      problems.push({ field: `texts.${part}.zh-Hant`, code: 'text_required' })
    }
  }
  if (kind === 'project' && after.itemised === true && !after.field) {
    problems.push({ field: 'facts.field', code: 'field_required' })
  }
  if (kind === 'document' && after.itemised === true && !after.kind) {
    problems.push({ field: 'facts.kind', code: 'kind_required' })
  }
  if (kind === 'document' && after.itemised === true && !after.parties?.length && !before) {
    problems.push({ field: 'facts.parties', code: 'party_required' })
  }
  if (kind === 'document' && !after.conference) problems.push(...outsideProblems(before, after))
  const known = new Set(before?.citations.map(citationKey))
  // A slot cites the source of the announced number; once itemised, its text needs a citation of its own.
  const isItemised = before?.itemised === false && after.itemised === true
  const rests = isItemised
    ? after.citations.filter((citation) => !known.has(citationKey(citation)))
    : after.citations
  if (kinds[kind].isCited && rests.length === 0) {
    problems.push({ field: 'citations', code: 'citation_required' })
  }
  problems.push(...orphans(before, after))
  problems.push(
    ...citationProblems('citations', after.citations, before?.citations ?? [], registry),
  )
  problems.push(...announcedProblems(before, after, registry))
  problems.push(...unknownNames(kind, after, registry), ...namedTwice(after))
  if (!before && registry.isTaken) problems.push({ field: 'facts.number', code: 'already_taken' })
  if (isBeyondAnnounced(kind, before, after, registry)) {
    problems.push({ field: 'facts.conference', code: 'beyond_announced' })
  }
  return problems
}

/** A document signed outside a conference has a pair and, when it is entered, a day; it is in no total. */
function outsideProblems(before: ProposedSnapshot | null, after: ProposedSnapshot): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (after.counted !== 'no') problems.push({ field: 'facts.counted', code: 'outside_not_counted' })
  if (!after.mechanism) problems.push({ field: 'facts.mechanism', code: 'required' })
  if (!before && !after.signedOn) problems.push({ field: 'facts.signedOn', code: 'required' })
  return problems
}

/** Texts that say they were made from another one, where no other is held. */
function orphans(before: ProposedSnapshot | null, after: ProposedSnapshot): FieldProblem[] {
  return passagesIn(after).flatMap(([part, text]) => {
    const was = before && passageIn(before, part)
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

/** A new citation must say where in its source; one that was there before is accepted as it is. */
function citationProblems(
  path: string,
  citations: readonly LoggedCitation[],
  before: readonly LoggedCitation[],
  registry: Registry,
): FieldProblem[] {
  const known = new Set(before.map(citationKey))
  return citations.flatMap((citation, index) => {
    const { source, quote, locator } = citation
    const problems: FieldProblem[] = []
    if (!source.startsWith('new:') && !registry.has('source', source)) {
      problems.push({ field: `${path}.${index}.source.slug`, code: 'no_such_source' })
    }
    if (!quote && !locator && !known.has(citationKey(citation))) {
      problems.push({ field: `${path}.${index}.quote`, code: 'quote_or_locator' })
    }
    return problems
  })
}

/**
 * A citation as one comparable string. The database does not preserve the order of keys, so equal citations
 * may be serialised differently.
 */
function citationKey({ source, quote, locator }: LoggedCitation): string {
  return JSON.stringify([source, quote, locator])
}

/** A number that is stated rests on a citation. */
function announcedProblems(
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  registry: Registry,
): FieldProblem[] {
  return announcementKinds.flatMap((kind) => {
    const { number = null, citations = [] } = after.announced?.[kind] ?? {}
    const path = `announced.${kind}.citations`
    return [
      ...(number !== null && citations.length === 0
        ? [{ field: path, code: 'citation_required' as const }]
        : []),
      ...citationProblems(path, citations, before?.announced?.[kind]?.citations ?? [], registry),
    ]
  })
}

function unknownNames(
  kind: EditableKind,
  after: ProposedSnapshot,
  registry: Registry,
): FieldProblem[] {
  const facts: Record<string, unknown> = after
  return factsOf(kind).flatMap((fact) =>
    namedBy(fact, facts[fact.name], after)
      .filter(([of, name]) => !registry.has(of, name))
      .map(() => ({ field: `facts.${fact.name}`, code: 'no_such_reference' as const })),
  )
}

/** What a fact names, of which kinds. */
function namedBy(fact: Fact, value: unknown, { parties, chairs }: ProposedSnapshot) {
  const names: [NamedKind, string][] = []
  const add = (kind: NamedKind, name: unknown) => {
    if (typeof name === 'string') names.push([kind, name])
  }
  if (fact.type === 'one') add(fact.of, value)
  if (fact.type === 'many' && Array.isArray(value)) for (const name of value) add(fact.of, name)
  if (fact.type === 'parties')
    for (const one of parties ?? []) add('organisation', one.organisation)
  if (fact.type === 'chairs') {
    for (const { side, person } of chairs ?? []) {
      add('person', person)
      add('city', side)
    }
  }
  return names
}

/** A party, a signatory or a side's chair stands in its list once. */
function namedTwice(after: ProposedSnapshot): FieldProblem[] {
  const lists = {
    parties: after.parties?.map(({ organisation }) => organisation) ?? [],
    signatories: after.signatories ?? [],
    chairs: after.chairs?.map(({ side }) => side) ?? [],
  }
  return Object.entries(lists).flatMap(([name, list]) =>
    new Set(list).size < list.length
      ? [{ field: `facts.${name}`, code: 'named_twice' as const }]
      : [],
  )
}

/** There may be no more rows than were announced: a newly known item is itemised in its slot. */
function isBeyondAnnounced(
  kind: EditableKind,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  registry: Registry,
): boolean {
  const isCounted = (snapshot: ProposedSnapshot | null) =>
    snapshot?.counted === 'yes' || snapshot?.counted === 'presumed'
  if (kind === 'project')
    return !before && registry.room.projects !== null && registry.room.projects < 1
  if (kind !== 'document' || !isCounted(after) || isCounted(before)) return false
  return registry.room.documents !== null && registry.room.documents < 1
}
