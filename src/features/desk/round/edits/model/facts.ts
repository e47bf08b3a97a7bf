import { sourceKinds } from '@/features/register/sources/model'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'

/** What a fact can name, of what the register holds. */
export type NamedKind =
  | 'mechanism'
  | 'city'
  | 'conference'
  | 'field'
  | 'project'
  | 'organisation'
  | 'person'

/**
 * One fact of a subject, as its editor asks for it. `permanent` ones are in the subject's reference, and
 * fixed once it has one; an `optional` one may be blank.
 */
export type FactField = { name: string; permanent?: true; optional?: true } & (
  | { type: 'day' | 'number' | 'line' | 'address' | 'flag' | 'words' }
  | { type: 'choice'; options: readonly string[] }
  | { type: 'one' | 'many'; of: NamedKind }
  | { type: 'parties' | 'chairs' | 'announced' }
)

const conference = { name: 'conference', type: 'one', of: 'conference', permanent: true } as const
const itemised = { name: 'itemised', type: 'flag' } as const
const number = { name: 'number', type: 'number', permanent: true } as const
const fields = { name: 'fields', type: 'many', of: 'field' } as const
const projects = { name: 'projects', type: 'many', of: 'project' } as const

/** The facts of a subject of each kind, in the order of its editor; those of `factsInput`. */
export const factFields = {
  project: [conference, { name: 'field', type: 'one', of: 'field', optional: true }, itemised],
  document: [
    conference,
    itemised,
    {
      name: 'kind',
      type: 'choice',
      options: [
        'memorandum',
        'memorandum_of_understanding',
        'arrangement',
        'letter_of_intent',
        'agreement',
      ],
      optional: true,
    },
    { name: 'signedOn', type: 'day', optional: true },
    { name: 'counted', type: 'choice', options: ['yes', 'presumed', 'unclear', 'no'] },
    { name: 'fullTextPublished', type: 'choice', options: ['yes', 'no', 'unknown'] },
    { name: 'parties', type: 'parties' },
    { name: 'signatories', type: 'many', of: 'person' },
    fields,
    projects,
  ],
  development: [
    { name: 'date', type: 'day' },
    { name: 'namesTheConference', type: 'flag' },
    fields,
    projects,
  ],
  conference: [
    { name: 'mechanism', type: 'one', of: 'mechanism', permanent: true },
    number,
    { name: 'heldOn', type: 'day' },
    { name: 'chairs', type: 'chairs' },
    { name: 'announced', type: 'announced' },
  ],
  field: [conference, number],
  organisation: [{ name: 'side', type: 'one', of: 'city' }],
  person: [],
  source: [
    { name: 'url', type: 'address', optional: true },
    { name: 'publisher', type: 'line' },
    { name: 'publishedOn', type: 'day', optional: true },
    { name: 'title', type: 'line', optional: true },
    { name: 'kind', type: 'choice', options: sourceKinds },
    { name: 'language', type: 'choice', options: languages },
  ],
  glossary_term: [{ name: 'also', type: 'words', optional: true }],
} as const satisfies Record<EditableKind, readonly FactField[]>

/** The facts of a kind, as a list that can be walked. */
export function factsOf(kind: EditableKind): readonly FactField[] {
  return factFields[kind]
}

/** What a conference announces a number of. */
export const announcedKinds = ['fields', 'projects', 'documents'] as const
