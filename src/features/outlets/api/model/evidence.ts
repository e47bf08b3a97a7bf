import { z } from 'zod'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { bases, countedKinds, restingKinds } from '@/features/register/evidence/model'
import { sourceKinds } from '@/features/register/sources/model'
import { assertionPattern, stances } from '@/features/register/states/model/statements'
import { subjectKinds } from '@/features/register/subjects/model/kinds'
import { monthPattern } from '@/i18n/dates'
import { languages } from '@/i18n/language'
import { type ObjectName, says } from './described'

/** Gives an object the name under which the document holds it. */
export type Naming = <Schema extends z.ZodType>(schema: Schema, name: ObjectName) => Schema

/** An ISO day. */
export const day = z.iso.date()
/** An ISO day, or an ISO month where no more is known. */
export const date = z.union([day, z.string().regex(monthPattern)])
/** An ISO time in UTC. */
export const time = z.iso.datetime()

/** What statements rest on, with passages written as `text` writes them. */
export function evidenceWith(text: z.ZodType, named: Naming) {
  const facts = {
    slug: says(z.string(), 'slug'),
    publisher: says(z.string(), 'publisher'),
    publisherNames: says(text, 'publisherNames'),
    publishedOn: says(day.nullable(), 'publishedOn'),
    title: says(z.string().nullable(), 'sourceTitle'),
    kind: says(z.enum(sourceKinds), 'sourceKind'),
    language: says(z.enum(languages), 'sourceLanguage'),
    url: says(z.string().nullable(), 'url'),
    note: says(text, 'note'),
  }
  const source = named(z.object(facts), 'Source')
  const citation = named(
    z.object({
      quote: says(z.string().nullable(), 'quote'),
      locator: says(z.string().nullable(), 'locator'),
      source: says(source, 'citedSource'),
    }),
    'Citation',
  )
  const citations = z.array(citation)
  const confirmation = named(
    z.object({
      side: says(z.string(), 'side'),
      stance: says(z.enum(stances), 'stance'),
      at: says(time, 'saidAt'),
      revision: says(z.number().int().nullable(), 'saidOfRevision'),
      note: says(text, 'viewNote'),
      citations: says(citations, 'citations'),
    }),
    'Confirmation',
  )
  const statement = named(
    z.object({
      asOf: says(day, 'asOf'),
      assertedBy: says(z.string().regex(assertionPattern), 'assertedBy'),
      note: says(text, 'statementNote'),
      reason: says(text, 'reason'),
      citations: says(citations, 'citations'),
      confirmations: says(z.array(confirmation), 'confirmations'),
    }),
    'Statement',
  )
  return { citations, statement, sources: sourcesWith(facts, text, named) }
}

/** Sources with what rests on them: how much of it in a collection, all of it by themselves. */
function sourcesWith(facts: z.ZodRawShape, text: z.ZodType, named: Naming) {
  const counts = Object.fromEntries(
    countedKinds.map((kind) => [kind, says(z.int(), 'restingCount')]),
  )
  const listed = {
    ...facts,
    restingCounts: says(named(z.object(counts), 'RestingCounts'), 'restingCounts'),
  }
  const citation = named(
    z.object({
      basis: says(z.enum(bases), 'basis'),
      announced: says(z.enum(announcementKinds).nullable(), 'restingAnnounced'),
      side: says(z.string().nullable(), 'restingSide'),
      quote: says(z.string().nullable(), 'quote'),
      locator: says(z.string().nullable(), 'locator'),
    }),
    'RestingCitation',
  )
  const resting = named(
    z.object({
      kind: says(z.enum(restingKinds), 'restingKind'),
      reference: says(z.string(), 'restingReference'),
      itemised: says(z.boolean(), 'restingItemised'),
      title: says(text, 'restingTitle'),
      citations: says(z.array(citation), 'restingCitations'),
    }),
    'Resting',
  )
  const inHistory = named(
    z.object({
      kind: says(z.enum(subjectKinds), 'subjectKind'),
      reference: says(z.string(), 'subjectReference'),
      revision: says(z.int(), 'revisionNumber'),
    }),
    'CitedInHistory',
  )
  return {
    listed: named(z.object(listed), 'ListedSource'),
    whole: named(
      z.object({
        ...listed,
        resting: says(z.array(resting), 'resting'),
        inHistory: says(z.array(inHistory), 'inHistory'),
      }),
      'SourceWithResting',
    ),
  }
}
