import type { ShownConference } from '@/features/register/conferences/model/conference'
import type { ShownDocument } from '@/features/register/documents/model'
import type { ShownField } from '@/features/register/fields/model'
import type { ListedProject, ShownProject } from '@/features/register/projects/model'
import { publisherIn, type ShownCitation } from '@/features/register/sources/model'
import { stateWord } from '@/features/register/states/wording'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Language, languageTags } from '@/i18n/language'
import { isDescriptive, type LocalizedText, pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'
import { itemList, lists, maybe, trailTo, urlOf } from '../model/parts'
import { type Thing, wordsOf } from '../model/thing'

/** What a statement or a fact rests on. */
function citationsOf(citations: readonly ShownCitation[], language: Language): Thing[] {
  return citations.map(({ source }) => ({
    '@type': 'CreativeWork',
    ...(source.title ? { name: source.title } : {}),
    publisher: { '@type': 'Organization', name: publisherIn(source, language).name },
    ...(source.publishedOn ? { datePublished: source.publishedOn } : {}),
    ...(source.url ? { url: source.url } : {}),
    inLanguage: languageTags[source.language],
  }))
}

/** A name for the trail, which takes plain words alone. */
function plain(text: LocalizedText, language: Language, otherwise: string): string {
  return pickText(text, language)?.body ?? otherwise
}

type Conference = { reference: string; name: LocalizedText; heldOn?: string }

function eventOf({ reference, name, heldOn }: Conference, language: Language): Thing {
  return {
    '@type': 'Event',
    '@id': urlOf(language, subjectPage('conference', reference)),
    ...maybe('name', wordsOf(name, language)),
    ...maybe('startDate', heldOn),
  }
}

/** A conference: an event of one day, at a place. */
export function conferenceThings(conference: ShownConference, language: Language): Thing[] {
  const { reference, name, place, heldOn, chairs } = conference
  const url = urlOf(language, subjectPage('conference', reference))
  const where = wordsOf(place, language)
  return [
    {
      ...eventOf(conference, language),
      url,
      identifier: reference,
      endDate: heldOn,
      ...maybe('location', where && { '@type': 'Place', name: where }),
      ...maybe(
        'contributor',
        chairs.map((chair) => partyOf('person', chair, language)),
      ),
    },
    trailTo(language, '/conferences', { name: plain(name, language, reference), url }),
  ]
}

/** A project: a work that is agreed, with the word for its state. */
export function projectThings(project: ShownProject, language: Language): Thing[] {
  const slot = translatorIn(language)('projects.slot', { reference: project.reference })
  return itemThings('project', project, slot, language, {
    '@type': 'CreativeWork',
    ...maybe('text', wordsOf(project.text, language)),
    ...maybe('isPartOf', project.field && fieldOf(project.field, language)),
    recordedAt: eventOf(project.conference, language),
  })
}

/** A document: when it was signed, by which bodies, and the word for its state. */
export function documentThings(document: ShownDocument, language: Language): Thing[] {
  const { reference, conference, conferenceName, fields } = document
  const slot = translatorIn(language)('documents.slotTitle', { reference })
  const parties = document.parties.filter(({ role }) => role === 'party')
  return itemThings('document', document, slot, language, {
    '@type': 'DigitalDocument',
    ...maybe('dateCreated', document.signedOn),
    ...maybe(
      'contributor',
      parties.map((party) => partyOf('organisation', party, language)),
    ),
    ...maybe(
      'isPartOf',
      fields.map((field) => fieldOf(field, language)),
    ),
    ...maybe(
      'recordedAt',
      conference && eventOf({ reference: conference, name: conferenceName }, language),
    ),
  })
}

function itemThings(
  kind: 'project' | 'document',
  item: ShownProject | ShownDocument,
  slot: string,
  language: Language,
  own: Thing,
): Thing[] {
  const t = translatorIn(language)
  const { reference, title, state, statement, citations, lastRevisedAt } = item
  const url = urlOf(language, subjectPage(kind, reference))
  return [
    {
      '@id': url,
      url,
      identifier: reference,
      name: wordsOf(title, language) ?? slot,
      ...maybe(
        'disambiguatingDescription',
        isDescriptive(title) ? t('texts.descriptiveSentence') : null,
      ),
      ...maybe('creativeWorkStatus', state && stateWord(state, language)),
      ...maybe('dateModified', lastRevisedAt),
      ...own,
      ...maybe('citation', citationsOf([...(statement?.citations ?? []), ...citations], language)),
    },
    trailTo(language, lists[kind], { name: plain(title, language, slot), url }),
  ]
}

type Named = { reference: string; name: LocalizedText }

function fieldOf({ reference, name }: Named, language: Language): Thing {
  return {
    '@type': 'Collection',
    '@id': urlOf(language, subjectPage('field', reference)),
    ...maybe('name', wordsOf(name, language)),
  }
}

/** Who signs or chairs. */
function partyOf(
  kind: 'organisation' | 'person',
  { slug, name }: { slug: string; name: LocalizedText },
  language: Language,
): Thing {
  return {
    '@type': kind === 'person' ? 'Person' : 'Organization',
    '@id': urlOf(language, subjectPage(kind, slug)),
    name: wordsOf(name, language) ?? slug,
  }
}

/** A field: the list of its projects, in their order. */
export function fieldThings(
  field: ShownField,
  projects: readonly ListedProject[],
  language: Language,
): Thing[] {
  const url = urlOf(language, subjectPage('field', field.reference))
  return [
    {
      ...fieldOf(field, language),
      url,
      identifier: field.reference,
      mainEntity: {
        ...itemList('project', projects, language),
        numberOfItems: projects.length,
      },
      ...maybe('citation', citationsOf(field.citations, language)),
    },
    trailTo(language, '/conferences', { name: plain(field.name, language, field.reference), url }),
  ]
}

/** A body or person that signs or chairs, with every name that it is held under. */
export function partyThings(
  kind: 'organisation' | 'person',
  party: { slug: string; name: LocalizedText },
  language: Language,
): Thing[] {
  const { slug, name } = party
  const url = urlOf(language, subjectPage(kind, slug))
  const names = Object.values(name).map(({ body }) => body)
  return [
    {
      ...partyOf(kind, party, language),
      url,
      identifier: slug,
      ...maybe('alternateName', [...new Set(names)]),
    },
    trailTo(language, lists[kind], { name: plain(name, language, slug), url }),
  ]
}
