import type { ShownCitation } from '@/features/register/sources/model'
import type { LocalizedText } from '@/i18n/localized-text'

export const announcementKinds = ['fields', 'projects', 'documents'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/** The number that a conference announced, and what says so; null where no source held states it. */
export type ShownAnnouncement = { number: number | null; citations: ShownCitation[] }

/** One plenary session. */
export type ShownConference = {
  reference: string
  number: number
  /** ISO day. */
  heldOn: string
  name: LocalizedText
  place: LocalizedText
  note: LocalizedText
  /** Who chaired it for each city; `slug` is the person's. */
  chairs: { side: string; city: LocalizedText; slug: string; name: LocalizedText }[]
  announced: Record<AnnouncementKind, ShownAnnouncement>
  /** How many of each are held here: fields by name, projects by text, documents by title among the announced total. */
  itemised: Record<AnnouncementKind, number>
  /** How many numbered places stand for what was announced and not itemised. */
  slots: Record<'projects' | 'documents', number>
}

/** A conference's own page. */
export type ShownConferencePage = ShownConference & {
  fields: { reference: string; number: number; name: LocalizedText }[]
  documents: { reference: string; title: LocalizedText; isCounted: boolean }[]
}

/** What a total says: a key of messages `conferences`, and its numbers. */
export type Reckoning = {
  key: 'held' | 'heldOnly' | 'heldAll' | 'heldDocuments' | 'heldOnlyDocuments' | 'heldAllDocuments'
  /** `slots` is the difference. */
  values: { announced: number; itemised: number; slots: number }
}

/** How the announced number and what is held of it are told; null where no source held states a number. */
export function reckoningOf(
  conference: Pick<ShownConference, 'announced' | 'itemised' | 'slots'>,
  kind: AnnouncementKind,
): Reckoning | null {
  const announced = conference.announced[kind].number
  if (announced === null) return null
  const itemised = conference.itemised[kind]
  const slots = Math.max(0, announced - itemised)
  // Of fields only names are held, and where nothing is itemised there is nothing to compare.
  const isCompared = kind !== 'fields' && (itemised > 0 || conference.slots[kind] > 0)
  const key = !isCompared ? 'heldOnly' : slots === 0 ? 'heldAll' : 'held'
  // Chinese counts documents with a word of their own.
  return {
    key: kind === 'documents' ? `${key}Documents` : key,
    values: { announced, itemised, slots },
  }
}
