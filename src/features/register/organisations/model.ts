import type { LocalizedText } from '@/i18n/localized-text'
import type { DocumentItem } from '../documents/model'

/** A body that signs, in a list. */
export type OrganisationItem = {
  slug: string
  /** The code of its city: HK, SH. */
  side: string
  name: LocalizedText
  /** How many documents it is a party to. */
  documents: number
}

/** An organisation's page. */
export type ShownOrganisation = Omit<OrganisationItem, 'documents'> & {
  documents: DocumentItem[]
}
