import type { ShownConference } from '@/features/register/conferences/model/conference'
import type { ShownDocument } from '@/features/register/documents/model'
import type { ShownField } from '@/features/register/fields/model'
import type { ShownOrganisation } from '@/features/register/organisations/model'
import type { ShownPerson } from '@/features/register/persons/model'
import type { ListedProject, ShownProject } from '@/features/register/projects/model'
import type { ShownCitation } from '@/features/register/sources/model'
import { stateWord } from '@/features/register/states/wording'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Language, languageTags } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'
import { itemList, lists, maybe, trailTo, urlOf } from '../model/parts'
import { type Thing, wordsOf } from '../model/thing'

/** What a statement or a fact rests on. */
function citationsOf(citations: readonly ShownCitation[]): Thing[] {
  return citations.map(({ source }) => ({
    '@type': 'CreativeWork',
    ...(source.title ? { name: source.title } : {}),
    publisher: { '@type': 'Organization', name: source.publisher },
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
  const { reference, conference, field, state, statement } = project
  const url = urlOf(language, subjectPage('project', reference))
  const t = translatorIn(language)
  const slot = t('projects.slot', { reference })
  return [
    {
      '@type': 'CreativeWork',
      '@id': url,
      url,
      identifier: reference,
      name: wordsOf(project.title, language) ?? slot,
      ...maybe('text', wordsOf(project.text, language)),
      creativeWorkStatus: stateWord(state, language),
      ...maybe('dateModified', project.lastRevisedAt),
      ...maybe('isPartOf', field && fieldOf(field, language)),
      recordedAt: eventOf(conference, language),
      ...maybe('citation', citationsOf([...(statement?.citations ?? []), ...project.citations])),
    },
    trailTo(language, '/projects', { name: plain(project.title, language, slot), url }),
  ]
}

/** A document: when it was signed, by which bodies, and the word for its state. */
export function documentThings(document: ShownDocument, language: Language): Thing[] {
  const { reference, state, statement, parties } = document
  const url = urlOf(language, subjectPage('document', reference))
  const t = translatorIn(language)
  const slot = t('documents.slotTitle', { reference })
  const conference = { reference: document.conference, name: document.conferenceName }
  return [
    {
      '@type': 'DigitalDocument',
      '@id': url,
      url,
      identifier: reference,
      name: wordsOf(document.title, language) ?? slot,
      ...maybe('dateCreated', document.signedOn),
      creativeWorkStatus: stateWord(state, language),
      ...maybe('dateModified', document.lastRevisedAt),
      ...maybe(
        'contributor',
        parties
          .filter(({ role }) => role === 'party')
          .map((party) => partyOf('organisation', party, language)),
      ),
      ...maybe(
        'isPartOf',
        document.fields.map((field) => fieldOf(field, language)),
      ),
      recordedAt: eventOf(conference, language),
      ...maybe('citation', citationsOf([...(statement?.citations ?? []), ...document.citations])),
    },
    trailTo(language, '/documents', { name: plain(document.title, language, slot), url }),
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
      ...maybe('citation', citationsOf(field.citations)),
    },
    trailTo(language, '/conferences', { name: plain(field.name, language, field.reference), url }),
  ]
}

/** A body that signs, with every name that it is held under. */
export function organisationThings(organisation: ShownOrganisation, language: Language): Thing[] {
  return partyThings('organisation', organisation, language)
}

/** A person who signs or chairs, as an organisation is told. */
export function personThings(person: ShownPerson, language: Language): Thing[] {
  return partyThings('person', person, language)
}

function partyThings(
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
