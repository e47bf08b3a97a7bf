import { type FieldProblem, problemsIn } from '@/components/forms/problems'
import {
  citationFrom,
  correctionFrom,
  type FormValues,
} from '@/features/desk/round/submissions/model/form-fields'
import { isBlankCitation, rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import {
  type EditableKind,
  factsOf,
  type NamedFact,
  partsOf,
} from '@/features/register/subjects/model/kinds'
import { originOfNew } from '@/features/register/texts/model/origin'
import { type Language, languages } from '@/i18n/language'
import { type EditInput, editInput } from '../input'
import type { EditedText } from './edit'
import { unreadProposals } from './form-texts'

/**
 * The edit that a form asks for, or what is wrong with its fields. A proposal of Traditional that nobody has
 * read is wrong as well.
 */
export function readForm(
  kind: EditableKind,
  values: Readonly<FormValues>,
): { input: EditInput } | { problems: FieldProblem[] } {
  const unread = unreadProposals(values).map((field) => ({
    field,
    code: 'proposal_unread' as const,
  }))
  const parsed = editInput.safeParse(fromValues(kind, values))
  if (parsed.success && unread.length === 0) return { input: parsed.data }
  const wrong = problemsIn(parsed.error?.issues, fieldOfPath).map((problem) =>
    problem.code === 'no_such_reference' && !values[problem.field]
      ? { ...problem, code: 'required' as const }
      : problem,
  )
  return { problems: [...wrong, ...unread] }
}

/** The parts of a subject of a kind that a form may hold, those of its live statement included. */
export function formParts(kind: EditableKind): string[] {
  return [...partsOf(kind), 'statement.note', 'statement.reason']
}

/** The fields of a form as `editInput` takes them. A passage of which no field was sent stays as it is. */
export function fromValues(kind: EditableKind, values: Readonly<FormValues>): unknown {
  const read = (name: string) => values[name] ?? ''
  const sent = Object.keys(values)
  return {
    kind,
    reference: read('reference') || null,
    version: read('version') || '0',
    replaces: read('replaces') || null,
    facts: Object.fromEntries(
      factsOf(kind).map((field) => [field.name, factFrom(field, values, read)]),
    ),
    passages: Object.fromEntries(
      formParts(kind)
        .filter((part) => sent.some((name) => name.startsWith(`texts.${part}.`)))
        .map((part) => [part, passageFrom(part, read)]),
    ),
    citations: citationsFrom('citations', values),
    correction: correctionFrom(values),
  }
}

function passageFrom(part: string, read: (name: string) => string) {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const field = (name: string) => read(`texts.${part}.${language}.${name}`)
      if (!field('body').trim()) return []
      return [
        [
          language,
          {
            body: isLine(part) ? field('body').replace(/\s*\n\s*/g, ' ') : field('body'),
            origin: field('origin') || startingOrigin(part, language),
            originDetail: field('originDetail') || null,
            checked: field('checked') === 'on',
          },
        ],
      ]
    }),
  )
}

/** Whether a passage is one line, however many it is typed in. */
export function isLine(part: string): boolean {
  return part === 'name' || part === 'title' || part === 'publisher' || part === 'place'
}

/**
 * Where a text that is typed anew most likely comes from. The officer can say otherwise.
 * @param original the language that is written first.
 */
export function startingOrigin(
  part: string,
  language: Language,
  original: Language = 'zh-Hant',
): EditedText['origin'] {
  return originOfNew(language, original, { isPrinted: part === 'text' || part === 'title' })
}

function factFrom(
  field: NamedFact,
  values: Readonly<FormValues>,
  read: (name: string) => string,
): unknown {
  const name = `facts.${field.name}`
  const value = read(name)
  switch (field.type) {
    case 'flag':
      return value === 'on'
    case 'words':
      return value
        .split(/\r?\n/)
        .map((word) => word.trim())
        .filter(Boolean)
    case 'many':
      return rowsOf(values, name)
        .map((index) => read(`${name}.${index}`))
        .filter(Boolean)
    case 'parties':
      return rowsOf(values, name)
        .map((index) => ({
          organisation: read(`${name}.${index}.organisation`),
          role: read(`${name}.${index}.role`) || 'party',
        }))
        .filter(({ organisation }) => organisation)
    case 'chairs':
      return Object.entries(values)
        .filter(([key, person]) => key.startsWith(`${name}.`) && person)
        .map(([key, person]) => ({ side: key.slice(name.length + 1), person }))
        .sort((a, b) => (a.side < b.side ? -1 : 1))
    case 'announced':
      return Object.fromEntries(
        announcementKinds.map((kind) => [
          kind,
          {
            number: read(`${name}.${kind}.number`).trim(),
            citations: citationsFrom(`${name}.${kind}.citations`, values),
          },
        ]),
      )
    default:
      return value.trim() === '' && field.optional ? null : value.trim()
  }
}

function citationsFrom(path: string, values: Readonly<FormValues>): unknown[] {
  return rowsOf(values, path)
    .filter((index) => !isBlankCitation(values, `${path}.${index}`))
    .map((index) => {
      const citation = citationFrom(values, `${path}.${index}`)
      const other = typedElsewhere(citation)
      if (!other) return citation
      const named = citationFrom(values, other)
      return { ...citation, source: typedElsewhere(named) ? noSource : named.source }
    })
}

const noSource = { kind: 'existing', slug: '' }

/** How a citation names a source that is typed in another citation of the same form: by that one's place. */
export function sameAs(row: string): string {
  return `as:${row}`
}

function typedElsewhere({ source }: ReturnType<typeof citationFrom>): string | null {
  return 'slug' in source && source.slug.startsWith('as:') ? source.slug.slice(3) : null
}

/** The field of the form that a problem's path is about. */
export function fieldOfPath(path: string): string {
  return path
    .replace(/^passages\./, 'texts.')
    .replace(/^announced\./, 'facts.announced.')
    .replace(/^(texts\..+\.(zh-Hant|zh-Hans|en))$/, '$1.body')
    .replace(/^(.*citations\.\d+\.source)$/, '$1.slug')
    .replace(/^(facts\.chairs)\..*$/, '$1')
}
