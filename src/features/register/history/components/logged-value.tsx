import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { cityNamed, sidePattern } from '@/features/register/cities/model'
import { type Counted, type DocumentKind, documentKinds } from '@/features/register/documents/model'
import { type SourceKind, sourceKinds } from '@/features/register/sources/model'
import { stateLabel } from '@/features/register/states/components/state-mark'
import { assertionPattern, type ItemState, isStateOf } from '@/features/register/states/model'
import { assertionWord } from '@/features/register/states/wording'
import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'

/** What the subjects that a value names are called, by reference or slug. */
export type Names = Readonly<Record<string, LocalizedText>>

type Props = {
  /** The key of the place: `state`, `statement_asOf`. */
  place: string
  value: unknown
  names?: Names
}

/** A value of the log in words: a passage's body, a state's label, a day, what a reference names. */
export async function LoggedValue({ place, value, names = {} }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  if (value === null || value === undefined) return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) {
    if (value.length === 0) return t('nothing')
    return (
      <ul>
        {value.map((entry) => (
          <li key={JSON.stringify(entry)}>
            <LoggedEntry entry={entry} names={names} />
          </li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object') {
    return 'body' in value ? String(value.body) : <LoggedEntry entry={value} names={names} />
  }
  const text = String(value)
  const word = await wordFor(place, text, names)
  if (word) return word
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text)) return <DateText date={text} />
  return nameOf(text, names, language)
}

/** One of a list: a citation as its source and its quote, a party as what it is called; anything else as its values. */
export async function LoggedEntry({ entry, names }: { entry: unknown; names: Names }) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  return valuesIn(entry)
    .filter((value) => value !== null && value !== 'party')
    .map((value) => (value === 'witness' ? t('witness') : nameOf(String(value), names, language)))
    .join(' · ')
}

/** The values of an entry in the order in which they are read, whatever order the database gives its keys in. */
function valuesIn(entry: unknown): unknown[] {
  if (typeof entry !== 'object' || entry === null) return [entry]
  const { source, organisation, side, quote, locator, ...others } = entry as Record<string, unknown>
  return [source, organisation, side, quote, locator, ...Object.values(others)].filter(
    (value) => value !== undefined,
  )
}

/** The label of a value that is one of a short list; null where the place has none. */
async function wordFor(place: string, text: string, names: Names): Promise<string | null> {
  const page = await getLocale()
  if (place === 'state' && isState(text)) return stateLabel(text)
  if (place === 'statement_assertedBy' && assertionPattern.test(text)) {
    return assertionWord(text, page, names)
  }
  if (place === 'kind' && isOneOf(documentKinds, text)) {
    return (await getTranslations('documents'))(`kinds.${text as DocumentKind}`)
  }
  if (place === 'kind' && isOneOf(sourceKinds, text)) {
    return (await getTranslations('sources'))(`kinds.${text as SourceKind}`)
  }
  if (place === 'counted') {
    return (await getTranslations('documents'))(`counted.${text as Counted}.label`)
  }
  if (place === 'fullTextPublished') {
    return (await getTranslations('documents'))(`fullText.${text as 'yes'}`)
  }
  const t = await getTranslations('revisions')
  if (place === 'language') return t(`languages.${text as Language}`)
  if (place === 'side' && sidePattern.test(text))
    return t('side', { city: cityNamed(text, names, page) })
  if (place.endsWith('_stance')) return t(`stances.${text as 'confirms'}`)
  return null
}

function isState(text: string): text is ItemState {
  return isStateOf('project', text) || isStateOf('document', text)
}

function isOneOf(list: readonly string[], text: string): boolean {
  return list.includes(text)
}

function nameOf(text: string, names: Names, language: Language): string {
  const name = pickText(names[text], language)?.body
  if (!name) return text
  // A reference stays beside the name: it is what officers and the register speak by.
  return /^([a-z]+-)?\d{1,3}(-|$)/.test(text) ? `${text} ${name}` : name
}
