import { z } from 'zod'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { editableKinds } from '@/features/register/subjects/model/kinds'
import sourcesAndTerms from './amendments/0001-sources-and-terms.json'
import whatSessionsAnnounced from './amendments/0002-what-sessions-announced.json'
import eventsToldAgain from './amendments/0003-events-told-again.json'
import titlesOfTheEditor from './amendments/0004-titles-of-the-editor.json'
import exactWords from './amendments/0005-exact-words.json'
import signedAtTheSession from './amendments/0006-signed-at-the-session.json'
import laterSteps from './amendments/0007-later-steps.json'
import publishers from './amendments/0008-publishers.json'
import titlesOf2021 from './amendments/0009-titles-of-2021.json'
import translations from './amendments/0010-translations.json'
import plainWords from './amendments/0011-plain-words.json'
import kindsOfDevelopments from './amendments/0012-kinds-of-developments.json'
import { bodies, citation, citations, origin, origins, statement } from './facts'

const files = {
  '0001-sources-and-terms': sourcesAndTerms,
  '0002-what-sessions-announced': whatSessionsAnnounced,
  '0003-events-told-again': eventsToldAgain,
  '0004-titles-of-the-editor': titlesOfTheEditor,
  '0005-exact-words': exactWords,
  '0006-signed-at-the-session': signedAtTheSession,
  '0007-later-steps': laterSteps,
  '0008-publishers': publishers,
  '0009-titles-of-2021': titlesOf2021,
  '0010-translations': translations,
  '0011-plain-words': plainWords,
  '0012-kinds-of-developments': kindsOfDevelopments,
}

const passage = z.strictObject({ bodies, origin: z.union([origin, origins]) })

const announced = z.partialRecord(
  z.enum(announcementKinds),
  z.strictObject({ number: z.int().nullable(), citations: z.array(citation) }),
)

/** Passages that a correction can set; that of a statement is of the live one. */
const amendedPassages = [
  'name',
  'title',
  'text',
  'summary',
  'place',
  'note',
  'publisher',
  'statement.note',
] as const

const amendment = z.strictObject({
  /** Why, as the log says it of each change. */
  reason: z.strictObject({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }),
  changes: z.array(
    z.strictObject({
      kind: z.enum(editableKinds),
      reference: z.string(),
      /** The state of a project, with its evidence; null takes back what was said. */
      status: statement.nullable().optional(),
      /** Facts by name, in the log's form. Of what a conference announced, the kinds named replace those held. */
      facts: z.looseObject({ announced: announced.optional() }).optional(),
      texts: z.partialRecord(z.enum(amendedPassages), passage).optional(),
      /** All that the subject rests on, in the place of what it rested on. */
      citations: citations.optional(),
    }),
  ),
})

/** A set of corrections to the opening facts. */
export type Amendment = z.output<typeof amendment>
export type Change = Amendment['changes'][number]

/**
 * Reads the corrections of the files in `amendments`, by name, in the order in which they are applied.
 * @throws when a file does not have the form that it should have.
 */
export function readAmendments(): [name: string, Amendment][] {
  return Object.entries(files).map(([name, file]) => [name, amendment.parse(file)])
}
