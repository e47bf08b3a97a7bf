import { newSourceName } from '@/features/desk/round/submissions/model/citations'
import {
  citationValues,
  correctionValues,
  type FormValues,
} from '@/features/desk/round/submissions/model/form-fields'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import type { CitationInput, NewSource } from '@/features/register/sources/input'
import {
  type EditableKind,
  factsOf,
  type NamedFact,
  partsOf,
} from '@/features/register/subjects/model/kinds'
import {
  factsIn,
  type LoggedCitation,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import { languages } from '@/i18n/language'
import type { EditInput } from '../input'
import type { EditedText } from './edit'
import { leftAlone } from './passages'

/** The subject as an edit that changes nothing of it. @param newSources what its citations may name as new. */
export function inputOf(
  kind: EditableKind,
  reference: string | null,
  version: number,
  snapshot: ProposedSnapshot,
  newSources: readonly NewSource[] = [],
): EditInput {
  const {
    texts,
    citations,
    state: _,
    statement,
    ...facts
  }: ProposedSnapshot = factsIn(kind, snapshot)
  const cited = (list: readonly LoggedCitation[]) => list.map((one) => typedAgain(one, newSources))
  const announced = facts.announced ?? {}
  return {
    kind,
    reference,
    version,
    facts: {
      ...facts,
      ...(kind === 'conference'
        ? {
            announced: Object.fromEntries(
              announcementKinds.map((name) => [
                name,
                {
                  number: announced[name]?.number ?? null,
                  citations: cited(announced[name]?.citations ?? []),
                },
              ]),
            ),
          }
        : {}),
    },
    passages: Object.fromEntries([
      ...partsOf(kind).map((part) => [part, leftAlone(texts[part] ?? {})]),
      ...Object.entries(statement?.texts ?? {}).map(([part, text]) => [
        `statement.${part}`,
        leftAlone(text ?? {}),
      ]),
    ]),
    citations: cited(citations),
    correction: null,
    replaces: null,
  } as EditInput
}

function typedAgain(
  { source, quote, locator }: LoggedCitation,
  newSources: readonly NewSource[],
): CitationInput {
  const added = newSources.find((_, index) => newSourceName(index) === source)
  return {
    source: added ?? { kind: 'existing', slug: source },
    quote: quote ?? '',
    locator: locator ?? '',
  }
}

/** An edit as the fields of its form. */
export function valuesOf(input: EditInput): FormValues {
  const values: FormValues = {
    kind: input.kind,
    reference: input.reference ?? '',
    version: String(input.version),
    replaces: input.replaces ?? '',
  }
  const facts: Record<string, unknown> = input.facts
  for (const field of factsOf(input.kind)) Object.assign(values, factValues(field, facts))
  for (const [part, passage] of Object.entries(input.passages)) {
    for (const language of languages) {
      const text: EditedText | undefined = passage?.[language]
      const name = `texts.${part}.${language}`
      values[`${name}.body`] = text?.body ?? ''
      if (!text) continue
      values[`${name}.origin`] = text.origin
      values[`${name}.originDetail`] = text.originDetail ?? ''
      if (text.checked) values[`${name}.checked`] = 'on'
    }
  }
  Object.assign(values, citedValues('citations', input.citations))
  Object.assign(values, correctionValues(input.correction))
  return values
}

type Party = { organisation: string; role: string }
type Chair = { side: string; person: string }
type Announced = Record<string, { number: number | null; citations: CitationInput[] }>

function factValues(field: NamedFact, facts: Record<string, unknown>): FormValues {
  const name = `facts.${field.name}`
  const value = facts[field.name]
  const rows = (list: readonly [string, string][]) => Object.fromEntries(list)
  switch (field.type) {
    case 'flag':
      return value ? { [name]: 'on' } : {}
    case 'words':
      return { [name]: (value as string[]).join('\n') }
    case 'many':
      return rows((value as string[]).map((one, index) => [`${name}.${index}`, one]))
    case 'parties':
      return rows(
        (value as Party[]).flatMap(({ organisation, role }, index) => [
          [`${name}.${index}.organisation`, organisation],
          [`${name}.${index}.role`, role],
        ]),
      )
    case 'chairs':
      return rows((value as Chair[]).map(({ side, person }) => [`${name}.${side}`, person]))
    case 'announced':
      return Object.assign(
        {},
        ...Object.entries(value as Announced).map(([kind, { number, citations }]) => ({
          [`${name}.${kind}.number`]: number === null ? '' : String(number),
          ...citedValues(`${name}.${kind}.citations`, citations),
        })),
      )
    default:
      return { [name]: value === null || value === undefined ? '' : String(value) }
  }
}

function citedValues(path: string, citations: readonly CitationInput[]): FormValues {
  const rows = citations.map((citation, index) => citationValues(`${path}.${index}`, citation))
  return Object.assign({}, ...rows)
}
