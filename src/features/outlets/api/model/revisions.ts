import { z } from 'zod'
import { actorRoles, revisionActions } from '@/features/register/log/model'
import { subjectKinds } from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'
import { says } from './described'
import { type Naming, time } from './evidence'

/** Entries of the log. What is signed is given as it is signed; only the title is a passage like any other. */
export function revisionsWith(text: z.ZodType, named: Naming) {
  const actor = named(
    z.object({
      role: says(z.enum(actorRoles), 'role'),
      side: says(z.string().nullable(), 'actorSide'),
    }),
    'Actor',
  )
  const citation = named(
    z.looseObject({
      source: says(z.string(), 'loggedSource'),
      quote: says(z.string().nullable(), 'quote'),
      locator: says(z.string().nullable(), 'locator'),
    }),
    'LoggedCitation',
  )
  const change = named(
    z.object({
      path: says(z.string(), 'path'),
      language: says(z.enum(languages).nullable(), 'changeLanguage'),
      before: says(z.unknown(), 'changedFrom'),
      after: says(z.unknown(), 'changedTo'),
    }),
    'Change',
  )
  const snapshot = named(
    z.looseObject({
      texts: says(z.looseObject({}), 'snapshotTexts'),
      citations: says(z.array(citation), 'loggedCitations'),
    }),
    'Snapshot',
  )
  const listed = {
    number: says(z.int(), 'number'),
    kind: says(z.enum(subjectKinds), 'subjectKind'),
    reference: says(z.string(), 'subjectReference'),
    revision: says(z.int(), 'revisionNumber'),
    action: says(z.enum(revisionActions), 'action'),
    recordedAt: says(time, 'recordedAt'),
    title: says(text, 'subjectTitle'),
    actor: says(actor, 'actor'),
    approver: says(actor.nullable(), 'approver'),
    citations: says(z.array(citation), 'loggedCitations'),
    corrects: says(z.int().nullable(), 'corrects'),
    correctsRevision: says(z.int().nullable(), 'correctsRevision'),
    correctedByRevisions: says(z.array(z.int()), 'correctedByRevisions'),
    correctionReason: says(
      z
        .object({
          'zh-Hant': z.string().optional(),
          'zh-Hans': z.string().optional(),
          en: z.string().optional(),
        })
        .nullable(),
      'correctionReason',
    ),
    changes: says(z.array(change), 'changes'),
    fingerprint: says(z.string(), 'fingerprint'),
  }
  return {
    listed: named(z.object(listed), 'ListedRevision'),
    whole: named(
      z.object({
        ...listed,
        before: says(snapshot.nullable(), 'before'),
        after: says(snapshot, 'after'),
      }),
      'Revision',
    ),
  }
}
