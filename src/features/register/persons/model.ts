import { type Language, languageTags } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import type { City } from '../cities/model'
import type { DocumentItem } from '../documents/model'

/** A person who signed a document or chaired a conference, in a list. */
export type PersonItem = {
  slug: string
  name: LocalizedText
  /** How many documents the person signed. */
  documents: number
  /** How many conferences the person chaired. */
  chaired: number
}

/** A conference that a person chaired, and the city for which. */
export type ChairedConference = {
  reference: string
  name: LocalizedText
  /** ISO day. */
  heldOn: string
  city: City
}

/** A person's page. */
export type ShownPerson = Pick<PersonItem, 'slug' | 'name'> & {
  documents: DocumentItem[]
  chaired: ChairedConference[]
}

/** The persons by name, as a language orders names: by strokes, by sound, by letters. */
export function byName<Person extends Pick<PersonItem, 'slug' | 'name'>>(
  persons: readonly Person[],
  language: Language,
): Person[] {
  const { compare } = new Intl.Collator(languageTags[language])
  const called = ({ slug, name }: Person) => pickText(name, language)?.body ?? slug
  return persons.toSorted((a, b) => compare(called(a), called(b)))
}
