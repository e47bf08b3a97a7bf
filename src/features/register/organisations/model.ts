import type { LocalizedText } from '@/i18n/localized-text'
import type { City, Side } from '../cities/model'
import type { DocumentItem } from '../documents/model'

/** A body that signs, in a list. */
export type OrganisationItem = {
  slug: string
  side: Side
  name: LocalizedText
  /** How many documents it is a party to. */
  documents: number
}

/** An organisation's page. */
export type ShownOrganisation = Omit<OrganisationItem, 'documents'> & {
  city: City
  documents: DocumentItem[]
}
