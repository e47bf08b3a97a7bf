import { getLocale, getTranslations } from 'next-intl/server'
import type { Option } from '@/components/forms/choice-select'
import { factsOfNew, newSourceName } from '@/features/desk/round/submissions/model/citations'
import type { DevelopmentKind } from '@/features/register/developments/model'
import type { Named } from '@/features/register/history/model/names'
import type { NewSource } from '@/features/register/sources/input'
import type { EditableKind, NamedFact, NamedKind } from '@/features/register/subjects/model/kinds'
import { formatDay } from '@/i18n/formats'
import { type Language, langOf } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import type { Choice, Choices } from '../queries/list-choices'
import type { SourceOption } from './shown-editor'

/** Characters of a name in a list, beyond which the whole would hide the others. */
const longest = 70

/** What the register holds, as lists to choose from in the page's language. */
export async function namedOptions(choices: Choices): Promise<Record<NamedKind, Option[]>> {
  const language = await getLocale()
  const conferences = new Map(
    choices.conference.map(({ name, label }) => [name, labelIn(label, language) || name]),
  )
  const toOption = (kind: NamedKind) => (choice: Choice) => {
    const label = labelIn(choice.label, language)
    const hasNumber = kind === 'conference' || kind === 'field' || kind === 'project'
    const group = choice.conference && conferences.get(choice.conference)
    return {
      value: choice.name,
      label: hasNumber ? `${choice.name} ${label}`.trim() : label || choice.name,
      ...langOf(pickText(choice.label, language)?.language ?? language, language),
      ...(group ? { group } : {}),
    }
  }
  const byName = (options: Option[]) =>
    options.sort((a, b) => a.label.localeCompare(b.label, language))
  return {
    mechanism: choices.mechanism.map(toOption('mechanism')),
    city: choices.city.map(toOption('city')),
    conference: choices.conference.map(toOption('conference')),
    field: choices.field.map(toOption('field')),
    project: choices.project.map(toOption('project')),
    organisation: byName(choices.organisation.map(toOption('organisation'))),
    person: byName(choices.person.map(toOption('person'))),
  }
}

function labelIn(label: LocalizedText, language: Language): string {
  const body = pickText(label, language)?.body ?? ''
  return body.length > longest ? `${body.slice(0, longest)}…` : body
}

/** The sources as a list to choose from: day, publisher, headline. */
export async function sourceOptions(choices: Choices): Promise<SourceOption[]> {
  const language = await getLocale()
  return choices.source.map((source) => ({
    ...source,
    ...langOf(source.language, language),
    label: [
      source.publishedOn && formatDay(source.publishedOn, language),
      source.publisher,
      source.title,
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}

/** What can be chosen of a fact that is one of a short list, in words; none for the others. */
export async function wordsOfFact(kind: EditableKind, field: NamedFact): Promise<Option[]> {
  if (field.type !== 'choice') return []
  const [documents, developments, sources, desk] = [
    await getTranslations('documents'),
    await getTranslations('developments.kinds'),
    await getTranslations('sources'),
    await getTranslations('desk.languages'),
  ]
  const word = (value: string) => {
    if (field.name === 'language') return desk(value as Language)
    if (field.name === 'counted') return documents(`counted.${value as 'yes'}.label`)
    if (field.name === 'fullTextPublished') return documents(`fullText.${value as 'yes'}`)
    if (kind === 'development') return developments(value as DevelopmentKind)
    return kind === 'source'
      ? sources(`kinds.${value as 'news'}`)
      : documents(`kinds.${value as 'memorandum'}`)
  }
  return field.options.map((value) => ({ value, label: word(value) }))
}

/** What the things are called that a subject names, new sources included. */
export function namesOf(choices: Choices, newSources: readonly NewSource[]): Named {
  const named = [
    ...choices.conference,
    ...choices.field,
    ...choices.project,
    ...choices.organisation,
    ...choices.person,
    ...choices.city,
  ]
  return {
    names: Object.fromEntries(named.map(({ name, label }) => [name, label])),
    sources: Object.fromEntries([
      ...choices.source.map((one) => [one.slug, one] as const),
      ...newSources.map((one, index) => [newSourceName(index), factsOfNew(one)] as const),
    ]),
  }
}
